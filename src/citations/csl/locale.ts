/** The words of a style: its own terms first, then those of the language, then English ones. */

import { de } from "./locales/de.js";
import { en, enGB } from "./locales/en.js";
import { es } from "./locales/es.js";
import { fr } from "./locales/fr.js";
import { it } from "./locales/it.js";
import type { DatePart, LocaleData, Terms } from "./locales/locale-data.js";
import type { Style } from "./style.js";
import { childNamed, childrenNamed, type XmlElement } from "./xml.js";

export interface DateForm {
  readonly parts: readonly DatePart[];
  readonly delimiter: string;
}

export interface Locale {
  readonly language: string;
  readonly quotes: "inside" | "outside";
  term(name: string, form?: string, number?: "one" | "many"): string | undefined;
  month(number: number, form?: string): string;
  date(form: "text" | "numeric"): DateForm;
}

const LANGUAGES: ReadonlyMap<string, LocaleData> = new Map(Object.entries({ de, en, es, fr, it }));

/** Everywhere else English has the day first, and punctuation follows the sense (not the quotation mark). */
const AMERICAN = /^en(?:-Latn)?(?:-(?:US|CA))?$/i;

/** Where a form is not there the next one stands in (CSL 1.0.2, "Terms"). */
const FALLBACKS: Readonly<Record<string, readonly string[]>> = {
  long: ["long"],
  short: ["short", "long"],
  verb: ["verb", "long"],
  "verb-short": ["verb-short", "verb", "long"],
  symbol: ["symbol", "short", "long"],
};

/** @param language BCP 47; a `default-locale` of the style comes before it. */
export function localeFor(style: Style, language: string): Locale {
  const tag = style.defaultLocale ?? language;
  const primary = tag.split("-")[0]!.toLowerCase();
  const data = primary === "en" && !AMERICAN.test(tag) ? enGB : (LANGUAGES.get(primary) ?? en);
  const own = style.locales.filter(({ attributes }) => serves(attributes["xml:lang"], tag, primary));
  const tables = [ownTerms(own), data.terms, en.terms];
  const option = own
    .map((each) => childNamed(each, "style-options")?.attributes["punctuation-in-quote"])
    .find((value) => value !== undefined);
  const isInside = option === undefined ? data.punctuationInQuote === true : option === "true";
  return {
    language: tag,
    quotes: isInside ? "inside" : "outside",
    // The ordinals of another language would be wrong where this one has fewer.
    term: (name, form = "long", number = "one") =>
      lookUp(name.startsWith("ordinal") ? tables.slice(0, 2) : tables, name, form, number),
    month: (number, form) => (form === "short" ? data.shortMonths : data.months)[number - 1] ?? "",
    date: (form) => ownDate(own, form) ?? { parts: data.dates[form], delimiter: "" },
  };
}

function serves(locale: string | undefined, tag: string, primary: string): boolean {
  return locale === undefined || locale === tag || locale === primary || locale.split("-")[0] === primary;
}

function lookUp(
  tables: readonly Terms[],
  name: string,
  form: string,
  number: "one" | "many",
): string | undefined {
  for (const table of tables) {
    for (const each of FALLBACKS[form] ?? ["long"]) {
      const found = table[each === "long" ? name : `${name} ${each}`];
      if (found !== undefined) return typeof found === "string" ? found : found[number === "one" ? 0 : 1];
    }
  }
  return undefined;
}

function ownTerms(locales: readonly XmlElement[]): Terms {
  const terms: Record<string, string | readonly [string, string]> = {};
  for (const locale of locales) {
    for (const term of childrenNamed(childNamed(locale, "terms") ?? locale, "term")) {
      const { name = "", form } = term.attributes;
      const one = childNamed(term, "single")?.text;
      const many = childNamed(term, "multiple")?.text;
      terms[form === undefined ? name : `${name} ${form}`] =
        one === undefined ? term.text.trim() : [one, many ?? one];
    }
  }
  return terms;
}

function ownDate(locales: readonly XmlElement[], form: string): DateForm | undefined {
  const dates = locales.flatMap((each) => childrenNamed(each, "date"));
  const date = dates.find((each) => each.attributes.form === form);
  if (!date) return undefined;
  const parts = childrenNamed(date, "date-part").map((part) => part.attributes as unknown as DatePart);
  return { parts, delimiter: date.attributes.delimiter ?? "" };
}

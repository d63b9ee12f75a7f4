/** The words of a style: its own terms first, then those of the language, then English ones. */
import type { Item } from "../item.js";
import { readLocaleElement } from "./locale-element.js";
import { en } from "./locales/en.js";
import { localeData } from "./locales/languages.js";
import type { DateForm, DatePart, Gender, LocaleData, LocaleTable, Ordinal } from "./locales/locale-data.js";
import { ordinalSuffix } from "./ordinals.js";
import type { Style } from "./style.js";
import type { XmlElement } from "./xml.js";

export type TermNumber = "one" | "many";

export interface Locale {
  readonly language: string;
  readonly quotes: "inside" | "outside";
  /** `limit-day-ordinals-to-day-1`. */
  readonly dayOrdinals: "all" | "first";
  /** @returns undefined when no language has the term; it may be empty. */
  term(name: string, form?: string, number?: TermNumber, gender?: Gender): string | undefined;
  month(number: number, form?: string): string;
  gender(term: string): Gender;
  /** What follows the digits of an ordinal number: `st`. */
  ordinal(number: number, gender: Gender): string;
  date(form: "text" | "numeric"): DateForm;
}

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
  const data = localeData(tag);
  const own = [...ownTables(style, tag, primary), ...fileTables(style, tag, primary)];
  const native = [...own, tableOf(data)];
  const term: Locale["term"] = (name, form = "long", number = "one", gender) =>
    lookUp(native, name, form, number, gender) ?? lookUp([tableOf(en)], name, form, number, gender);
  const option = own.flatMap(({ punctuationInQuote }) => punctuationInQuote ?? [])[0];
  const limits = own.flatMap(({ limitDayOrdinals }) => limitDayOrdinals ?? [])[0];
  return {
    language: tag,
    quotes: (option ?? data.punctuationInQuote ?? false) ? "inside" : "outside",
    dayOrdinals: (limits ?? data.limitDayOrdinals ?? false) ? "first" : "all",
    term,
    month: (number, form) => term(`month-${String(number).padStart(2, "0")}`, form) ?? "",
    gender: (name) => native.flatMap(({ genders }) => genders?.[name] ?? [])[0] ?? "neuter",
    ordinal: (number, gender) => ordinalSuffix(number, gender, ordinalsOf(native)),
    date: (form) => native.flatMap(({ dates }) => dates[form] ?? [])[0] ?? tableOf(en).dates[form]!,
  };
}

/** Of the dialect, of the language, of every language, in this order (CSL 1.0.2, "Locale fallback"). */
function ownTables(style: Style, tag: string, primary: string): LocaleTable[] {
  const named = (wanted: (language: string | undefined) => boolean) =>
    style.locales.filter(({ attributes }) => wanted(attributes["xml:lang"]));
  const dialect = named((language) => language === tag && tag !== primary);
  const whole = named((language) => language === primary);
  const every = named((language) => language === undefined);
  return [...dialect, ...whole, ...every].map(readLocaleElement);
}

/** Of the dialect, of the language, and of another dialect of it, in this order. */
function fileTables({ localeFiles = [] }: Style, tag: string, primary: string): LocaleTable[] {
  const rank = ({ attributes }: XmlElement) => {
    const language = attributes["xml:lang"] ?? "";
    return [tag, primary, language].indexOf(language);
  };
  const fitting = localeFiles.filter(({ attributes }) => attributes["xml:lang"]?.split("-")[0] === primary);
  return fitting.sort((a, b) => rank(a) - rank(b)).map(readLocaleElement);
}

const tables = new Map<LocaleData, LocaleTable>();

function tableOf(data: LocaleData): LocaleTable {
  const known = tables.get(data);
  if (known) return known;
  const { terms, dates, months, shortMonths, ...rest } = data;
  const named = (names: readonly string[], form: string) =>
    names.map((name, index) => [`month-${String(index + 1).padStart(2, "0")}${form}`, name]);
  const form = (parts: readonly DatePart[]): DateForm => ({ parts, attributes: {} });
  const table: LocaleTable = {
    ...rest,
    terms: { ...terms, ...Object.fromEntries([...named(months, ""), ...named(shortMonths, " short")]) },
    dates: { text: form(dates.text), numeric: form(dates.numeric) },
  };
  tables.set(data, table);
  return table;
}

/** The ordinals of one source: where it has fewer, those of another would be wrong. */
function ordinalsOf(sources: readonly LocaleTable[]): readonly Ordinal[] {
  return sources.find(({ ordinals }) => ordinals !== undefined && ordinals.length > 0)?.ordinals ?? [];
}

function lookUp(
  sources: readonly LocaleTable[],
  name: string,
  form: string,
  number: TermNumber,
  gender: Gender | undefined,
): string | undefined {
  for (const each of FALLBACKS[form] ?? ["long"]) {
    const key = each === "long" ? name : `${name} ${each}`;
    for (const { terms } of sources) {
      const found = (gender === undefined ? undefined : terms[`${key} ${gender}`]) ?? terms[key];
      if (found !== undefined) return typeof found === "string" ? found : found[number === "one" ? 0 : 1];
    }
  }
  return undefined;
}

/** The language that decides about the case of a work's words: its own, else that of the citations. */
export function languageOf(item: Item, locale: Locale): string {
  return item.variables.language || locale.language;
}

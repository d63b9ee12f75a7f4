/** Makes the terms and dates of a language from its rows in the tables of core terms and calendars. */
import { typographyOf } from "../../../language/typography/languages.js";
import type { Typography } from "../../../language/typography/rules.js";
import { CALENDARS } from "./calendar.js";
import { CORE_ROWS, CORE_TERMS, type CoreRow } from "./core-terms.js";
import { en } from "./en.js";
import type { DatePart, LocaleData, Ordinal, Terms } from "./locale-data.js";

/** @returns undefined when there is no row of that language. */
export function coreLocale(language: string): LocaleData | undefined {
  const row = CORE_ROWS[language];
  const calendar = CALENDARS[language];
  if (!row || !calendar) return undefined;
  const [months, short, text, numeric] = calendar;
  const long = months.split("|");
  return {
    terms: { ...termsOf(row.terms), ...quotesOf(row.quotes ?? marksOf(language)), ...pageRange },
    dates: { text: dateParts(text), numeric: dateParts(numeric) },
    months: long,
    shortMonths: short === "" ? long : short.split("|"),
    ordinals: ordinalsOf(row),
  };
}

/** Signs that are the same everywhere. */
const pageRange: Terms = {
  "and symbol": "&",
  "page-range-delimiter": "–",
  "section symbol": en.terms["section symbol"] ?? "§",
};

/** A term that is known in short only is so in full. */
function termsOf(row: string): Terms {
  const texts = row.split("|");
  const terms: Record<string, string | readonly [string, string]> = {};
  CORE_TERMS.forEach((name, index) => {
    const [one = "", many] = texts[index]!.split("/");
    const term: string | readonly [string, string] = many === undefined ? one : [one, many];
    terms[name] = term;
    const full = name.replace(/ short$/, "");
    if (full !== name) terms[full] ??= term;
  });
  return { ...terms, number: terms.issue!, "number short": terms.issue! };
}

function ordinalsOf({ ordinal = "", ordinals = {} }: CoreRow): Ordinal[] {
  const others = Object.entries(ordinals).map(([number, text]) => ({ number: Number(number), text }));
  return [{ text: ordinal }, ...others];
}

/** The same language with the quotation marks of a country: `pt-PT`. */
export function withMarksOf(tag: string, data: LocaleData): LocaleData {
  return { ...data, terms: { ...data.terms, ...quotesOf(marksOf(tag)) } };
}

/** The quotation marks of texts are those of citations. */
function marksOf(tag: string): Typography["quotes"] {
  return typographyOf(tag)!.quotes;
}

function quotesOf([[open, close], [inner, innerClose]]: Typography["quotes"]): Terms {
  return {
    "open-quote": open,
    "close-quote": close,
    "open-inner-quote": inner,
    "close-inner-quote": innerClose,
  };
}

const PARTS: Readonly<Record<string, Omit<DatePart, "prefix" | "suffix">>> = {
  d: { name: "day" },
  dd: { name: "day", form: "numeric-leading-zeros" },
  MM: { name: "month", form: "numeric-leading-zeros" },
  MMMM: { name: "month" },
  y: { name: "year" },
};

/** `d. MMMM y` is a day, a month and a year, each with what comes after it. */
function dateParts(pattern: string): DatePart[] {
  const pieces = pattern
    .split(/(\bdd\b|\bd\b|MMMM|MM|\by\b|y(?=年|년)|d(?=日|일)|(?<=月|MMMM)d)/)
    .filter((piece) => piece !== "");
  return pieces.flatMap((piece, index): DatePart[] => {
    const part = PARTS[piece];
    if (!part) return [];
    const after = pieces[index + 1];
    const suffix = after !== undefined && PARTS[after] === undefined ? { suffix: after } : {};
    return [{ ...part, ...suffix }];
  });
}

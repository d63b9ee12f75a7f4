/** The terms and dates of a language (CSL 1.0.2, locale files). */

export interface LocaleData {
  readonly terms: Terms;
  readonly dates: Readonly<Record<"text" | "numeric", readonly DatePart[]>>;
  /** January to December, in full and short. */
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  readonly ordinals?: readonly Ordinal[];
  /** Of terms that ordinal numbers agree with. */
  readonly genders?: Readonly<Record<string, Gender>>;
  readonly punctuationInQuote?: boolean;
  readonly limitDayOrdinals?: boolean;
}

export interface DateForm {
  readonly parts: readonly DatePart[];
  readonly attributes: Readonly<Record<string, string>>;
}

/** What a style or a file says about a language. */
export interface LocaleTable extends Omit<Partial<LocaleData>, "terms" | "dates" | "months" | "shortMonths"> {
  readonly terms: Terms;
  readonly dates: Readonly<Partial<Record<"text" | "numeric", DateForm>>>;
}

/** `name`, `name short`, `name feminine`, …: one text, or singular and plural. */
export type Terms = Readonly<Record<string, string | readonly [one: string, many: string]>>;

export type Gender = "masculine" | "feminine" | "neuter";

export type OrdinalMatch = "last-digit" | "last-two-digits" | "whole-number";

/** What follows the digits of some ordinal numbers; of all others when no number is given. */
export interface Ordinal {
  readonly number?: number;
  readonly match?: OrdinalMatch;
  readonly gender?: Gender;
  readonly text: string;
}

export interface DatePart {
  readonly name: "day" | "month" | "year";
  readonly form?: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** The terms and dates of a language (CSL 1.0.2, locale files). */

export interface LocaleData {
  readonly terms: Terms;
  readonly dates: Readonly<Record<"text" | "numeric", readonly DatePart[]>>;
  /** January to December, in full and short. */
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  readonly punctuationInQuote?: true;
}

/** `name`, `name short`, …: one text, or singular and plural. */
export type Terms = Readonly<Record<string, string | readonly [one: string, many: string]>>;

export interface DatePart {
  readonly name: "day" | "month" | "year";
  readonly form?: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** What a language's typography is made of: data that the one engine in `typeset.ts` applies. */

/** Replaces what `find` matches. Text that is already right must not match, or must come out the same. */
export interface Rule {
  /** Global. What is only context stands in lookarounds, so that edits are as small as can be. */
  readonly find: RegExp;
  readonly put: string;
  /** A cheap test that most texts fail: rules with lookbehinds are slow to find nothing. */
  readonly when?: RegExp;
}

export type QuotePair = readonly [open: string, close: string];

export interface Typography {
  /** What straight double quotes become: the outermost pair, then the pair inside of it. */
  readonly quotes: readonly [outer: QuotePair, inner: QuotePair];
  /** What straight single quotes become. Apostrophes are always U+2019. */
  readonly single: QuotePair;
  /** Words that begin with an apostrophe, without it: `tis`. */
  readonly elisions?: RegExp;
  /** Before the quotes: ellipses and dashes, which decide whether a quote opens. */
  readonly before: readonly Rule[];
  /** After the quotes: spaces and what else depends on them. */
  readonly after: readonly Rule[];
  /** Spaces inside a pair of dashes are no-break ones (French). */
  readonly dashes?: "bound";
  /** Letters to set as superscript: those of ordinal numbers. */
  readonly raised?: RegExp;
}

export const NO_BREAK = "\u00A0";
export const NARROW_NO_BREAK = "\u202F";

/** Stands in a line for everything that is not text of its language: code, formulas, addresses. */
export const OBJECT = "\uFFFC";

/** Spaces at which a line may break. */
export const PLAIN = "[ \\t\\n]";

/** A space between two things becomes one that does not break. Patterns are regular expressions. */
export function bind(before: string, after: string, when?: RegExp, space = NO_BREAK): Rule {
  const find = new RegExp(`(?<=${before})${PLAIN}+(?=${after})`, "gu");
  return { find, put: space, ...(when ? { when } : {}) };
}

const NOT_IN_WORD = "(?<![\\p{L}\\p{N}.])";
const WORD_END = "(?![\\p{L}\\p{N}’'])";

/** Numbers keep their units: `27 km`. */
export function bindUnits(units: string): Rule {
  return bind("\\d", `(?:${words(units)})${WORD_END}`, /\d\s/);
}

/** Words and abbreviations keep the number after them: `p. 27`, `Figure 3`. */
export function bindNumbers(names: string): Rule {
  return bind(`${NOT_IN_WORD}(?:${words(names)})`, "\\d", /\s\d/);
}

/** Words of one letter end no line: they stay with the word after them, as in Polish `w domu`. */
export function bindLetters(letters: string): Rule {
  return bind(`(?<![\\p{L}\\p{N}\\p{M}.’'-])[${letters}]`, "[\\p{L}\\p{N}«„“”(]", /(?:^|[^\p{L}])\p{L}\s/u);
}

/** Titles keep the name after them: `M. Dupont`. */
export function bindTitles(titles: string): Rule {
  return bind(`${NOT_IN_WORD}(?:${words(titles)})`, "\\p{Lu}");
}

/** 1 234 567: groups of three after one to three digits, with narrow spaces. */
export const GROUPS_OF_DIGITS: Rule = {
  find: /(?<=(?<![\p{L}\d.,\uFFFC-])\d{1,3}(?:[ \u00A0\u202F]\d{3}){0,4})[ \n\u00A0](?=\d{3}(?!\d))/gu,
  put: NARROW_NO_BREAK,
  when: /\d\s\d{3}/,
};

/** Initials keep the name after them: `J. R. R. Tolkien`, `J.-P. Sartre`. */
export const INITIALS: Rule = bind(
  `${NOT_IN_WORD}(?:\\p{Lu}\\.-)?\\p{Lu}\\.`,
  "\\p{Lu}(?:\\.|\\p{Ll})",
  /\.\s/,
);

/** A list of words, separated by spaces, as alternatives of a regular expression. */
function words(list: string): string {
  return list
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.$*+?()[\]{}|\\^]/g, "\\$&"))
    .join("|");
}

/** International symbols of units that no language takes for a word of its own. */
export const UNITS = `km m cm mm µm nm km² m² cm² m³ cm³ ha kg g mg µg l L dl cl ml ms s min h Hz kHz MHz GHz dB
  kW MW GW kWh mW mV kV mA kΩ Ω J kJ N Pa hPa kPa bar K °C °F px dpi kB KB MB GB TB KiB MiB GiB ko Ko Mo Go To
  kbit/s Mbit/s kbps Mbps km/h m/s`;

/**
 * What lines cost: the better a paragraph looks, the less. Total fit (Knuth and Plass, Breaking Paragraphs into Lines, 1981)
 * looks for the lines of a paragraph that cost least in all.
 *
 * How much a line is spread is told by its *ratio*: 0 has its natural spaces, 1 all that its spaces may stretch, −1 all that
 * they may shrink. Its badness is a hundred times the cube of that, as in TeX.
 */

export const WEIGHTS = {
  /** How much a space may stretch before it is loose, and shrink at most: parts of itself. */
  stretch: 0.5,
  shrink: 0.33,
  /** Of each line: paragraphs have no more of them than they need. */
  line: 10,
  /** A line that ends in a hyphen, and one that ends behind a dash or hyphen of the text. */
  hyphen: 60,
  open: 30,
  /** A line in a hyphen above another one, for each that there is already. */
  hyphensInARow: 10_000,
  /** The last line but one ends in a hyphen. */
  lastHyphen: 8_000,
  /** A tight line beside a loose one. */
  uneven: 8_000,
  /** A last line that is shorter than `short` em, and one of a single word. */
  shortLast: 12_000,
  short: 2.5,
  lastWord: 4_000,
  /** The last line is a piece of a word. */
  lastPiece: 30_000,
} as const;

/** How lines are looked for, one way after the other until there are some. */
export const WAYS: readonly Way[] = [
  { hyphens: "none", loosest: 0.85, emergency: 0 },
  { hyphens: "some", loosest: 0.85, emergency: 0 },
  { hyphens: "some", loosest: 1.2, emergency: 0 },
  { hyphens: "some", loosest: 1.6, emergency: 0 },
  { hyphens: "all", loosest: 2.2, emergency: 0.5 },
  { hyphens: "all", loosest: 2.5, emergency: 1.5 },
  { hyphens: "all", loosest: 4, emergency: 6 },
];

/** Lines of a paragraph that has one more or fewer than it looks best with, so that pages end together. */
export const LOOSENED: Way = { hyphens: "some", loosest: 1.25, emergency: 0 };
export const LOOSE_WAYS: readonly Way[] = [...WAYS.slice(0, 2), LOOSENED, ...WAYS.slice(2)];
/** Shorter paragraphs keep their lines. */
export const LEAST_LOOSENED = 3;

export interface Way {
  /** Where lines may end in hyphens: nowhere, not if all that is left for the last line is a piece of a word, anywhere. */
  readonly hyphens: "none" | "some" | "all";
  /** The ratio of the loosest line that is taken. */
  readonly loosest: number;
  /** What lines may stretch beyond their spaces, in em: all lines of a paragraph seem better then, and can be compared. */
  readonly emergency: number;
}

/** Lines that are spread less than that leave their letters alone. */
export const UNTRACKED = 0.25;

/** A line of fewer letters than these is left to the browser. */
export const LEAST_MEASURE = 12;

/** More pieces than a chapter has are no paragraph. */
export const MOST_PIECES = 60_000;

/** How many beginnings of a line are compared at once: more than a line of text has. */
export const MOST_ACTIVE = 240;

/** Editions as they were issued: what they said, and for scripts where their pages began. */

export interface Issue {
  /** From 1. */
  readonly number: number;
  /** `Blue`. */
  readonly name: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly files: readonly IssuedFile[];
}

export interface IssuedFile {
  /** Relative to the publication's folder. */
  readonly file: string;
  readonly blocks: readonly IssuedBlock[];
  /** Pages of a script that are locked: what begins one of them does so in later issues too. */
  readonly pages: readonly IssuedPage[];
}

export interface IssuedBlock {
  /** `p`, or what it is in a script: `dialogue`. */
  readonly kind: string;
  readonly text: string;
}

export interface IssuedPage {
  /** `12A`. */
  readonly name: string;
  /** The issue that changed it last, by its number. */
  readonly issue: number;
  /** Index of the block that it begins with or in. */
  readonly block: number;
  /** Offset in the text of the block. */
  readonly offset: number;
}

/** How an edition shows what has changed: letters in and out, stars in the margin of a script, or not at all. */
export const CHANGES = ["marked", "starred", "unmarked"] as const;

/** What an edition is compared with. */
export interface Revision {
  readonly changes: (typeof CHANGES)[number];
  /** What was issued, the first one first; at least one. */
  readonly issues: readonly Issue[];
}

/** The order of the industry; after them all once more, with `Double` before the name. */
export const COLOURS = [
  "White",
  "Blue",
  "Pink",
  "Yellow",
  "Green",
  "Goldenrod",
  "Buff",
  "Salmon",
  "Cherry",
  "Tan",
];

/** @param number of the issue, from 1. */
export function colourOf(number: number): string {
  const name = COLOURS[(number - 1) % COLOURS.length]!;
  const round = Math.floor((number - 1) / COLOURS.length);
  return round === 0 ? name : `${["Double", "Triple"][round - 1] ?? `${round + 1}×`} ${name}`;
}

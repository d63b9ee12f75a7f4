/**
 * What pages cost: the better they look, the less. The planner looks for the pages of a run that cost least in all.
 *
 * A line that is missing at the foot of a page is the unit: pages that are one line short cost 1, two lines 4, three 9.
 */
import type { Keep } from "./galley.js";

export const WEIGHTS = {
  /** For each page, so that a run has no more of them than it needs. */
  page: 2,
  /** Lines that are missing where text goes on that could have filled them, squared: it looks as if it had ended. */
  hole: 60,
  /** Lines in which two facing pages do not end together, squared. */
  uneven: 4,
  /** Lines that the last column of a page is shorter than the others, squared, where the text goes on. */
  unevenColumn: 0.5,
  /** White that has grown as much as it may. */
  stretched: 0.5,
  /** A paragraph with a line more or fewer than it looks best with, and what its lines cost more than those for 1. */
  loosened: 0.75,
  demerits: 20_000,
  /** The last line of a page ends in a hyphen: of a left page, and of a right one, which has to be turned. */
  hyphen: { verso: 0.5, recto: 3 },
  /** A page that ends a section with fewer lines than these. */
  fewLines: 3,
  few: 60,
  /** A note that goes on on the next page. */
  dividedNote: 30,
  /** A figure that stands on a later page than the place that it has in the text, for each page. */
  waitingFloat: 12,
  /** A page of figures without text. */
  floatsAlone: 40,
  /** Notes that are left when the text has ended. */
  notesAlone: 500,
  keep: { free: 0, beside: 15_000, lines: 20_000, apart: 10_000 } satisfies Record<Keep, number>,
  /** What does not fit, and has to stand somewhere. */
  overflow: 1_000_000,
} as const;

/** A page that is more lines short than this is not looked at, unless there is nothing else. */
export const MOST_SHORT = 14;

/**
 * @param lines that are missing at its foot.
 * @param goesOn the fewest lines with which text goes on on the next page; none when something else stands there.
 */
export function costOfShortness(lines: number, goesOn = Number.POSITIVE_INFINITY): number {
  const hole = Math.max(0, lines - goesOn);
  return lines * lines + WEIGHTS.hole * hole * hole;
}

/** @param lines that the last of its columns is shorter than the others. */
export function costOfColumn(lines: number): number {
  return WEIGHTS.unevenColumn * lines * lines;
}

/** @param share of what the white of a page may grow, from 0 to 1. */
export function costOfStretch(share: number): number {
  return WEIGHTS.stretched * share * share;
}

/** @param demerits what the lines of a paragraph cost more (`lines/weights.ts`) than the best ones. */
export function costOfLooseness(demerits: number): number {
  return WEIGHTS.loosened + Math.max(0, demerits) / WEIGHTS.demerits;
}

/** The last page of a section may end anywhere, but for a few lines on a page of their own. */
export function costOfLastPage(lines: number): number {
  return lines < WEIGHTS.fewLines ? WEIGHTS.few : 0;
}

/** @param left @param right lines that are missing at the foot of each. */
export function costOfSpread(left: number, right: number): number {
  return WEIGHTS.uneven * (left - right) ** 2;
}

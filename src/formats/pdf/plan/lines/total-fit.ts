/**
 * Chooses the lines of a paragraph that cost least in all: Knuth and Plass, Breaking Paragraphs into Lines (1981).
 *
 * From place to place where a line may end it is known which beginnings are worth going on with: the cheapest
 * of those that look alike to the next line. A beginning goes when no line from it fits any more.
 */
import {
  costOfLastLine,
  costOfLine,
  fitnessOf,
  hyphensUpTo,
  type LinesBefore,
  NO_LINES,
} from "./line-cost.js";
import type { LineFit, LineFits } from "./line-fits.js";
import { JOINT, type MeasuredParagraph } from "./paragraph.js";
import { MOST_ACTIVE, type Way } from "./weights.js";

/** Lines up to a place, linked back to the start of the paragraph. */
export interface Beginning extends LinesBefore {
  /** The last piece of its last line; −1 at the start of the paragraph. */
  readonly end: number;
  /** How many lines there are. */
  readonly lines: number;
  readonly cost: number;
  readonly ratio: number;
  readonly before: Beginning | undefined;
}

const START: Beginning = { ...NO_LINES, end: -1, lines: 0, cost: 0, ratio: 0, before: undefined };

/** Of a line that is as wide as the measure: rounding. */
const FULL = -1.0001;

/**
 * All the ways to the end of a paragraph that are worth it: the cheapest for each number of lines that was looked for.
 *
 * @param countsLines beginnings with other numbers of lines are kept apart.
 */
export function totalFit(
  paragraph: MeasuredParagraph,
  fits: LineFits,
  way: Way,
  countsLines: (lines: number) => number,
): readonly Beginning[] {
  const { joints, widths, em, rooms, wishes } = paragraph;
  const last = widths.length - 1;
  let active: Beginning[] = [START];
  for (let end = 0; end <= last; end += 1) {
    const joint = end === last ? "" : joints[end]!;
    if (joint === JOINT.none || joint === JOINT.bound || (joint === JOINT.hyphen && way.hyphens === "none"))
      continue;
    const found = new Map<number, Beginning>();
    const still: Beginning[] = [];
    for (const each of active) {
      const fit = fits.fit(each.end + 1, end, each.lines, way.emergency * em);
      if (fit.ratio >= FULL || (joint === JOINT.hyphen && fitsUnhyphened(fit, paragraph.gaps[end]!)))
        still.push(each);
      if (fit.ratio < FULL || (joint !== "" && fit.ratio > way.loosest)) continue;
      const hyphens = hyphensUpTo(joint, each, wishes);
      if (joint === JOINT.hyphen && each.hyphens >= wishes.hyphensInARow) continue;
      const isPiece = each.end >= 0 && joints[each.end] === JOINT.hyphen;
      if (joint === "" && isPiece && fit.spaces === 0 && way.hyphens !== "all") continue;
      const own = joint === "" ? costOfLastLine(fit, em, isPiece, each) : costOfLine(fit, joint, each);
      const fitness = fitnessOf(fit.ratio);
      const next: Beginning = {
        end,
        lines: each.lines + 1,
        cost: each.cost + own,
        ratio: fit.ratio,
        fitness,
        hyphens,
        before: each,
      };
      const count = Math.max(Math.min(next.lines, rooms.length - 1), countsLines(next.lines));
      // With all numbers of lines apart there are enough beginnings without their looks.
      const look = countsLines(1) > 0 ? 0 : fitness + 4 * hyphens;
      const key = joint === "" ? next.lines : look + 32 * count;
      if (next.cost < (found.get(key)?.cost ?? Number.POSITIVE_INFINITY)) found.set(key, next);
    }
    if (joint === "") return [...found.values()];
    active = bounded([...still, ...found.values()]);
    if (active.length === 0) return [];
  }
  return [];
}

/** A hyphen may be too much for a line on which more of its word fits. */
function fitsUnhyphened({ slack, ratio }: LineFit, hyphen: number): boolean {
  return slack + hyphen >= -slack / ratio;
}

/** Text without any width has a place everywhere: the cheapest beginnings are enough. */
function bounded(all: Beginning[]): Beginning[] {
  if (all.length <= MOST_ACTIVE) return all;
  return all.sort((one, other) => one.cost - other.cost || one.end - other.end).slice(0, MOST_ACTIVE / 2);
}

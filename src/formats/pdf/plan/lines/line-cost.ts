/** What a line costs where it ends, by the line before it (`weights.ts`). */
import type { LineFit } from "./line-fits.js";
import { JOINT, type LineWishes } from "./paragraph.js";
import { WEIGHTS } from "./weights.js";

/** What of the lines before bears on the next one. */
export interface LinesBefore {
  /** Lines look alike that are tight, decent, loose, very loose: 0 to 3. */
  readonly fitness: number;
  /** How many lines in a row end in hyphens, up to the last one. */
  readonly hyphens: number;
}

/** As at the start of a paragraph. */
export const NO_LINES: LinesBefore = { fitness: 1, hyphens: 0 };

export function fitnessOf(ratio: number): number {
  if (ratio < -0.5) return 0;
  if (ratio <= 0.5) return 1;
  return ratio <= 1 ? 2 : 3;
}

/** @param joint behind its last piece. */
export function costOfLine({ ratio }: LineFit, joint: string, before: LinesBefore): number {
  const badness = 100 * Math.abs(ratio) ** 3;
  let cost = (WEIGHTS.line + badness) ** 2;
  if (Math.abs(fitnessOf(ratio) - before.fitness) > 1) cost += WEIGHTS.uneven;
  if (joint === JOINT.open) cost += WEIGHTS.open ** 2;
  if (joint === JOINT.hyphen)
    cost += WEIGHTS.hyphen ** 2 + (before.hyphens > 0 ? WEIGHTS.hyphensInARow * before.hyphens : 0);
  return cost;
}

/**
 * The last line is as long as it is.
 *
 * @param isPiece it begins in a word.
 */
export function costOfLastLine(
  { ratio, natural, spaces }: LineFit,
  em: number,
  isPiece: boolean,
  before: LinesBefore,
): number {
  const badness = ratio < 0 ? 100 * -(ratio ** 3) : 0;
  let cost = (WEIGHTS.line + badness) ** 2;
  if (before.hyphens > 0) cost += WEIGHTS.lastHyphen;
  if (natural < WEIGHTS.short * em) cost += WEIGHTS.shortLast;
  if (spaces === 0) cost += isPiece ? WEIGHTS.lastPiece : WEIGHTS.lastWord;
  return cost;
}

/** Lines that end in hyphens, one below the other. */
export function hyphensUpTo(joint: string, before: LinesBefore, { hyphensInARow }: LineWishes): number {
  if (joint !== JOINT.hyphen && joint !== JOINT.open) return 0;
  return Math.min(before.hyphens + 1, hyphensInARow);
}

/** Reads limits from the command line and the environment: `name=number`. */
import { DEFAULT_LIMITS, type Limits } from "../model/limits.js";

const NAMES = Object.keys(DEFAULT_LIMITS);

/**
 * Reads `pages=300`, or several of them with blanks or commas between.
 *
 * @returns the limits, or in words what is wrong.
 */
export function readLimits(text: string): Partial<Limits> | string {
  const limits: Record<string, number> = {};
  for (const entry of text.split(/[\s,]+/).filter(Boolean)) {
    const [name = "", number = ""] = entry.split("=", 2);
    if (!NAMES.includes(name)) return `\`${name}\` is not a limit; there are ${NAMES.join(", ")}`;
    if (!/^\d{1,9}(?:\.\d{1,3})?$/.test(number) || Number(number) <= 0)
      return `\`${entry}\` needs a number above 0`;
    limits[name] = Number(number);
  }
  return limits;
}

/** Limits that hold for every run of the program; the command line comes before them. */
export const LIMITS_VARIABLE = "COLOPHON_LIMITS";

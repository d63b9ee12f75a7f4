/** What follows the digits of an ordinal number (CSL 1.0.2, "Ordinal suffixes"). */
import type { Gender, Ordinal } from "./locales/locale-data.js";

/** The whole number decides, then the last two digits, then the last one; a suffix of the gender comes first. */
export function ordinalSuffix(number: number, gender: Gender, ordinals: readonly Ordinal[]): string {
  const fitting = ordinals.filter((ordinal) => fits(number, ordinal));
  const ranked = fitting.sort((a, b) => rank(a) - rank(b));
  const best = ranked.filter((each) => rank(each) === rank(ranked[0]!));
  const found =
    best.find((each) => each.gender === gender) ??
    best.find((each) => each.gender === undefined) ??
    ranked.find((each) => each.gender === gender) ??
    ranked.find((each) => each.gender === undefined);
  return found?.text ?? "";
}

function matchOf({ number, match }: Ordinal): string {
  if (number === undefined) return "any";
  return match ?? (number < 10 ? "last-digit" : "last-two-digits");
}

function fits(value: number, ordinal: Ordinal): boolean {
  switch (matchOf(ordinal)) {
    case "whole-number":
      return value === ordinal.number;
    case "last-two-digits":
      return value % 100 === ordinal.number;
    case "last-digit":
      return value % 10 === ordinal.number;
    default:
      return true;
  }
}

const RANKS = ["whole-number", "last-two-digits", "last-digit", "any"];

function rank(ordinal: Ordinal): number {
  return RANKS.indexOf(matchOf(ordinal));
}

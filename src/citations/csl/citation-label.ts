/** A label for a work that has none (CSL 1.0.2, "Standard variables": `citation-label`): `Knu84`, `RoNo78`. */
import type { Item, Name } from "../item.js";

/** How many letters each of the first authors gives, by the number of authors. */
const LETTERS: readonly (readonly number[])[] = [[4], [2, 2], [2, 1, 1], [1, 1, 1, 1]];

export function citationLabel({ names, dates, variables }: Item): string {
  const people = names.author ?? names.editor ?? [];
  const title: Name = { literal: variables.title ?? "" };
  const shown = people.length > 0 ? people.slice(0, LETTERS.length) : [title];
  const letters = LETTERS[shown.length - 1]!;
  const year = dates.issued?.["date-parts"]?.[0]?.[0];
  const ending = year === undefined ? "" : String(Math.abs(year) % 100).padStart(2, "0");
  return shown.map((name, index) => lettersOf(name).slice(0, letters[index]).join("")).join("") + ending;
}

function lettersOf({ family, literal = "" }: Name): string[] {
  return [...(family ?? literal)].filter((letter) => /[\p{L}\p{N}]/u.test(letter));
}

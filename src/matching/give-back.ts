/**
 * Texts whose letters shorter ones have taken: the letters of formulas stand in many places, and one that is painted
 * out of order may have been found inside of a word.
 */
import { FREE, type Letters, type Span } from "./letters.js";
import { findAmongRest, type Sought } from "./match.js";

/** Places that are tried for one text. */
const MOST_PLACES = 40;

/**
 * Gives a text that is missing the letters of shorter ones, where these stand elsewhere as well.
 *
 * @param all texts of the page, to which its letters may belong.
 */
export function findInPlaceOfShorter(
  letters: Letters,
  missing: readonly Sought[],
  all: readonly Sought[],
): void {
  if (missing.length === 0 || !letters.owners.includes(FREE)) return;
  const byId = new Map(all.map((each) => [each.id, each]));
  for (const sought of missing) for (const gap of [...sought.gaps]) takeBack(letters, sought, gap, byId);
}

function takeBack(letters: Letters, sought: Sought, gap: Span, byId: ReadonlyMap<number, Sought>): void {
  const wanted = sought.text.slice(gap.from, gap.to);
  let at = letters.text.indexOf(wanted);
  for (let tried = 0; at >= 0 && tried < MOST_PLACES; tried += 1) {
    const owners = new Set(letters.owners.subarray(at, at + wanted.length));
    owners.delete(FREE);
    const shorter = [...owners].flatMap((id) => byId.get(id) ?? []);
    const isTheirs =
      shorter.length === owners.size && shorter.every(({ text }) => text.length < wanted.length);
    if (isTheirs && findElsewhere(letters, shorter, { from: at, to: at + wanted.length }, sought.id)) {
      sought.gaps = sought.gaps.filter((each) => each !== gap);
      return;
    }
    at = letters.text.indexOf(wanted, at + 1);
  }
}

/** @returns false, with everything as before, when one of them would be missing. */
function findElsewhere(letters: Letters, texts: readonly Sought[], { from, to }: Span, id: number): boolean {
  const before = letters.owners.slice();
  const gaps = texts.map((each) => each.gaps);
  const released = new Set(texts.map((each) => each.id));
  before.forEach((owner, at) => {
    if (released.has(owner)) letters.owners[at] = FREE;
  });
  letters.owners.fill(id, from, to);
  for (const each of texts) each.gaps = [{ from: 0, to: each.text.length }];
  findAmongRest(letters, texts);
  if (texts.every((each) => each.gaps.length === 0)) return true;
  letters.owners.set(before);
  texts.forEach((each, index) => {
    each.gaps = gaps[index]!;
  });
  return false;
}

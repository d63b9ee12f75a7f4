/** The letters of a page that can be seen, and which text has taken which of them. */
import { type Glyphs, HIDING, type Hiding, TRAIT } from "../glyph.js";
import { fold, IS_REORDERED } from "./fold.js";
import type { PageText } from "./run-text.js";

export interface Letters {
  /** Folded. */
  readonly text: string;
  /** The text that each letter belongs to, by its number; `FREE` as long as there is none. */
  readonly owners: Int32Array;
  /** The glyph that each letter was printed as. */
  readonly glyphs: Uint32Array;
  /**
   * Words may be painted in another order than they are written in. That is so for those of every script that
   * stand on a line with such letters: Latin words, numbers, brackets and points.
   */
  readonly isReordered: boolean;
}

export const FREE = -1;

/** What lies between two places of a text. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const folded = new Map<string, string>();
/** Single letters, of a few alphabets: texts of other lengths are not worth keeping. */
const MOST_KEPT = 5000;

function foldOnce(text: string): string {
  const known = folded.get(text);
  if (known !== undefined) return known;
  const letters = fold(text);
  if (folded.size < MOST_KEPT) folded.set(text, letters);
  return letters;
}

/**
 * @param kind text of the document, or what a style sheet makes beside it.
 * @param page what is known of how its text runs.
 */
export function visibleLetters(
  glyphs: Glyphs,
  kind: "tagged" | "untagged",
  { isRightToLeft = false }: Pick<PageText, "isRightToLeft">,
): Letters {
  const letters = collect(glyphs, HIDING.none, TRAIT.tagged, kind === "tagged" ? TRAIT.tagged : 0);
  return isRightToLeft ? { ...letters, isReordered: true } : letters;
}

/** Letters that are painted, but cannot be seen. */
export function hiddenLetters(glyphs: Glyphs, hiding: Hiding): Letters {
  return collect(glyphs, hiding, 0, 0);
}

/** Letters that are hidden in one way, or in none, and have such traits of some. */
function collect({ texts, hidings, traits }: Glyphs, hiding: Hiding, some: number, such: number): Letters {
  const parts: string[] = [];
  const places: number[] = [];
  for (let index = 0; index < texts.length; index += 1) {
    if (hidings[index] !== hiding || (traits[index]! & some) !== such) continue;
    const letters = foldOnce(texts[index]!);
    if (letters === "") continue;
    parts.push(letters);
    for (let count = letters.length; count > 0; count -= 1) places.push(index);
  }
  return lettersWith(parts.join(""), new Uint32Array(places));
}

/** The letters of a text as if it were printed: what is looked for in it. */
export function lettersOf(text: string): Letters {
  return lettersWith(text, new Uint32Array(0));
}

function lettersWith(text: string, glyphs: Uint32Array): Letters {
  const owners = new Int32Array(text.length).fill(FREE);
  return { text, owners, glyphs, isReordered: IS_REORDERED.test(text) };
}

export function isFree({ owners }: Letters, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (owners[at] !== FREE) return false;
  return true;
}

/** Where a text stands that nobody has taken; -1 when it stands nowhere. */
export function findFree(letters: Letters, text: string, from = 0): number {
  let at = letters.text.indexOf(text, from);
  while (at >= 0 && !isFree(letters, at, at + text.length)) at = letters.text.indexOf(text, at + 1);
  return at;
}

/** The letters of a page that can be seen, and which text has taken which of them. */
import { type Glyphs, HIDING, type Hiding, TRAIT } from "../glyph.js";
import { fold, IS_REORDERED } from "./fold.js";

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

/** @param kind text of the document, or what a style sheet makes beside it. */
export function visibleLetters(glyphs: Glyphs, kind: "tagged" | "untagged"): Letters {
  const isTagged = kind === "tagged";
  return collect(glyphs, (index) => {
    return glyphs.hiding(index) === HIDING.none && glyphs.has(index, TRAIT.tagged) === isTagged;
  });
}

/** Letters that are painted, but cannot be seen. */
export function hiddenLetters(glyphs: Glyphs, hiding: Hiding): Letters {
  return collect(glyphs, (index) => glyphs.hiding(index) === hiding);
}

function collect(glyphs: Glyphs, isWanted: (index: number) => boolean): Letters {
  const places: number[] = [];
  let text = "";
  for (let index = 0; index < glyphs.count; index += 1) {
    if (!isWanted(index)) continue;
    const letters = foldOnce(glyphs.text(index));
    text += letters;
    for (let count = letters.length; count > 0; count -= 1) places.push(index);
  }
  return lettersWith(text, Uint32Array.from(places));
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

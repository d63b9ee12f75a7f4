/** The letters of a page that can be seen, and which text has taken which of them. */
import { IS_REORDERED } from "./fold.js";

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

/** The letters of a text as if it were printed: what is looked for in it. */
export function lettersOf(text: string): Letters {
  return lettersWith(text, new Uint32Array(0));
}

export function lettersWith(text: string, glyphs: Uint32Array): Letters {
  const owners = new Int32Array(text.length).fill(FREE);
  return { text, owners, glyphs, isReordered: IS_REORDERED.test(text) };
}

/** Letters of several texts one after another, with whom they belong to. */
export function joinedLetters(parts: readonly Letters[]): Letters {
  const text = parts.map((part) => part.text).join("");
  const owners = new Int32Array(text.length);
  let at = 0;
  for (const part of parts) {
    owners.set(part.owners, at);
    at += part.text.length;
  }
  return { text, owners, glyphs: new Uint32Array(0), isReordered: parts.some((part) => part.isReordered) };
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

export const UNKNOWN = "\ufffd";

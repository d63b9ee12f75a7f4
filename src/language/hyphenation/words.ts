/** Finds where a word may be divided: Liang's algorithm (Word Hy-phen-a-tion by Com-put-er, 1983). */
import type { Hyphenation, Patterns, Trie, TrieNode } from "./patterns.js";

export const SOFT_HYPHEN = "\u00AD";

/** The word with a soft hyphen at each place where it may be divided. Letters stand alone: NFC text. */
export function divide(word: string, { patterns, before, after, own }: Hyphenation): string {
  const lower = word.toLowerCase();
  // A letter that becomes two in lower case would move every place after it.
  if (lower.length !== word.length) return word;
  const wished = own.get(lower);
  if (wished) return dividedAt(wished, word);
  const exceptions = patterns[2];
  // Own words only: `constructor` is also a property of every object.
  const places = Object.hasOwn(exceptions, lower) ? exceptions[lower]! : oddPlaces(levelsOf(lower, patterns));
  return dividedAt(
    places.filter((place) => place >= before && place <= word.length - after),
    word,
  );
}

function dividedAt(places: readonly number[], word: string): string {
  return [0, ...places].map((place, index) => word.slice(place, places[index])).join(SOFT_HYPHEN);
}

/** An odd level is a place to divide at. */
function oddPlaces(levels: Uint8Array): number[] {
  const places: number[] = [];
  levels.forEach((level, place) => {
    if (level & 1) places.push(place);
  });
  return places;
}

/** The highest level that any pattern gives to each place between two letters. */
function levelsOf(word: string, [levelTable, trie]: Patterns): Uint8Array {
  const marked = `.${word}.`;
  const levels = new Uint8Array(marked.length + 2);
  for (let start = 0; start < marked.length; start++) {
    let node: TrieNode | undefined = trie;
    // The package counts the places of a pattern from the first letter, with or without the point before it.
    const offset = Math.max(0, start - 1);
    for (let at = start; node && at < marked.length; at++) {
      const next: Trie | undefined = node[marked[at]!];
      const index = endOf(next);
      if (index !== undefined) raise(levels, offset, levelTable[index]!);
      node = Array.isArray(next) ? next[0] : typeof next === "object" ? (next as TrieNode) : undefined;
    }
  }
  return levels;
}

function endOf(trie: Trie | undefined): number | undefined {
  if (typeof trie === "number") return trie;
  return Array.isArray(trie) ? trie[1] : undefined;
}

function raise(levels: Uint8Array, offset: number, by: readonly number[]): void {
  for (let index = 0; index < by.length; index++) {
    const place = offset + index;
    if (by[index]! > levels[place]!) levels[place] = by[index]!;
  }
}

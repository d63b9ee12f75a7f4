/** The hyphenation patterns of each language: those of TeX, from the npm package `hyphen`. */
import { createRequire } from "node:module";
import type { Hyphenations } from "../../model/publication.js";

/** Levels of the places in a pattern, and the trie whose nodes name them by index. */
export type Patterns = readonly [
  levels: readonly (readonly number[])[],
  trie: TrieNode,
  /** Where words that no pattern gets right are divided. */
  exceptions: Readonly<Record<string, readonly number[]>>,
];

/** A leaf, an inner node, or an inner node that is also the end of a pattern. */
export type Trie = number | TrieNode | readonly [TrieNode, number];
export type TrieNode = { readonly [letter: string]: Trie };

export interface Hyphenation {
  readonly patterns: Patterns;
  /** German nouns are ordinary words; elsewhere a capital letter most likely begins a name. */
  readonly capitals: "hyphenate" | "leave";
  /** The fewest letters at the start and at the end of a divided word. */
  readonly before: number;
  readonly after: number;
  /** Words of the book, in small letters, with the places where they are divided. */
  readonly own: ReadonlyMap<string, readonly number[]>;
}

/** By primary subtag, with the pattern file of each language that has one and is set in print. */
const FILES: Readonly<Record<string, string>> = {
  ...alike(
    "af be bg ca cs cy da es et eu fi fr fur ga gl hr hsb hu ia id is it ka la lt lv mk nb nl nn no oc",
  ),
  ...alike("pl pt rm ro ru sk sl sq sv tr uk"),
  bs: "sh-latn",
  de: "de-1996",
  el: "el-monoton",
  en: "en-us",
  sr: "sr-cyrl",
  "sr-latn": "sh-latn",
};

/** Languages whose file has their name. */
function alike(tags: string): Record<string, string> {
  return Object.fromEntries(tags.split(" ").map((tag) => [tag, tag]));
}

/** English outside of North America follows British patterns. */
const AMERICAN = /^en(?:-(?:us|ca|ph|pr|latn))*$/i;

const BEFORE = 2;
const AFTER = 3;
const NO_PATTERNS: Patterns = [[], {}, {}];

const read = createRequire(import.meta.url);
/** All but what a book says itself comes of a package that the program is made of: it is never another. */
const loaded = new Map<string, Hyphenation>();
const known = new Map<string, Hyphenation | undefined>();
const knownOfBooks = new WeakMap<Hyphenations, Map<string, Hyphenation | undefined>>();

/**
 * How a language is hyphenated; undefined when it has no patterns here, and no words of the book.
 *
 * @param own what the book says of its languages.
 */
export function hyphenationOf(language: string, own?: Hyphenations): Hyphenation | undefined {
  if (!own) return fromMap(known, language, () => findHyphenation(language));
  const ofBook = knownOfBooks.get(own) ?? new Map<string, Hyphenation | undefined>();
  knownOfBooks.set(own, ofBook);
  return fromMap(ofBook, language, () => withOwn(hyphenationOf(language), language, own));
}

function fromMap<Value>(map: Map<string, Value>, key: string, find: () => Value): Value {
  if (!map.has(key)) map.set(key, find());
  return map.get(key)!;
}

/** What is said of `en` holds for `en-GB` too, where that says nothing else. */
function withOwn(
  usual: Hyphenation | undefined,
  language: string,
  own: Hyphenations,
): Hyphenation | undefined {
  const subtags = language.toLowerCase().split("-");
  const tags = subtags.map((_, index) => subtags.slice(0, index + 1).join("-"));
  const said = tags.flatMap((tag) => own[tag] ?? []);
  if (said.length === 0) return usual;
  return {
    patterns: usual?.patterns ?? NO_PATTERNS,
    capitals: usual?.capitals ?? "leave",
    before: said.findLast(({ before }) => before !== undefined)?.before ?? BEFORE,
    after: said.findLast(({ after }) => after !== undefined)?.after ?? AFTER,
    own: new Map(said.flatMap(({ words }) => words).map(placesIn)),
  };
}

function placesIn(divided: string): [word: string, places: number[]] {
  const places: number[] = [];
  for (const part of divided.split("-")) places.push((places.at(-1) ?? 0) + part.length);
  return [divided.replaceAll("-", "").toLowerCase(), places.slice(0, -1)];
}

function findHyphenation(language: string): Hyphenation | undefined {
  const primary = language.split("-")[0]!.toLowerCase();
  const script = /^[a-z]+-[a-z]{4}(?=-|$)/.exec(language.toLowerCase())?.[0];
  const file =
    primary === "en" && !AMERICAN.test(language) ? "en-gb" : (FILES[script ?? ""] ?? FILES[primary]);
  if (file === undefined) return undefined;
  const before = loaded.get(file);
  if (before) return before;
  const patterns = read(`hyphen/patterns/${file}.js`) as Patterns;
  const hyphenation: Hyphenation = {
    patterns,
    capitals: primary === "de" ? "hyphenate" : "leave",
    before: BEFORE,
    after: AFTER,
    own: new Map(),
  };
  loaded.set(file, hyphenation);
  return hyphenation;
}

/** The hyphenation patterns of each language: those of TeX, from the npm package `hyphen`. */
import { createRequire } from "node:module";

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

const read = createRequire(import.meta.url);
/** Both come of a package that the program is made of: they are never others. */
const loaded = new Map<string, Hyphenation>();
const known = new Map<string, Hyphenation | undefined>();

/** How a language is hyphenated; undefined when it has no patterns here. */
export function hyphenationOf(language: string): Hyphenation | undefined {
  if (!known.has(language)) known.set(language, findHyphenation(language));
  return known.get(language);
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
  const hyphenation: Hyphenation = { patterns, capitals: primary === "de" ? "hyphenate" : "leave" };
  loaded.set(file, hyphenation);
  return hyphenation;
}

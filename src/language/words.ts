/**
 * The words that a book needs and its author did not write: "Contents", "Chapter", "Back to note".
 *
 * One table for each language, all with the same keys, so a missing word is a type error.
 */

import { de } from "./words/de.js";
import { en } from "./words/en.js";
import { es } from "./words/es.js";
import { fr } from "./words/fr.js";
import { it } from "./words/it.js";
import type { Word, Words } from "./words/words.js";

const TABLES: ReadonlyMap<string, Words> = new Map(Object.entries({ de, en, es, fr, it }));

/**
 * The word in a language; English when the language has no table.
 *
 * @param language BCP 47 tag. Only its primary subtag counts: `fr-CA` reads the French table.
 */
export function word(language: string, key: Word): string {
  const primary = language.split("-")[0]!.toLowerCase();
  return (TABLES.get(primary) ?? en)[key];
}

/** True for a key of the tables: templates and roles arrive as plain strings. */
export function isWord(key: string): key is Word {
  return Object.hasOwn(en, key);
}

/** Names as one phrase: `A, B and C`. */
export function enumeration(language: string, names: readonly string[]): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} ${word(language, "and")} ${names.at(-1)}`;
}

const list = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/));

/** Languages whose usual script runs from right to left, and such scripts (ISO 15924). */
const RIGHT_TO_LEFT = list(`
  ar ara arc arz azb bal ckb dv fa fas glk he heb iw ji ks lrc mzn nqo pnb prs ps rhg sd skr syr ug ur urd yi
`);
const RIGHT_TO_LEFT_SCRIPTS = list("adlm arab aran hebr mand nkoo rohg samr syrc thaa");

/**
 * The direction in which a language is written, as the `dir` attribute spells it: that of its
 * usual script, or of the one that the tag names (`az-Arab`, `ks-Deva`).
 */
export function direction(language: string): "ltr" | "rtl" {
  const [primary = "", ...subtags] = language.toLowerCase().split("-");
  const script = subtags.find((subtag) => /^[a-z]{4}$/.test(subtag));
  const isRightToLeft = script ? RIGHT_TO_LEFT_SCRIPTS.has(script) : RIGHT_TO_LEFT.has(primary);
  return isRightToLeft ? "rtl" : "ltr";
}

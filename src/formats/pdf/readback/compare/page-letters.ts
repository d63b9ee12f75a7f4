/** The letters of a printed page: those that can be seen, and those that cannot. */
import { fold } from "../../../../matching/fold.js";
import type { Letters } from "../../../../matching/letters.js";
import { lettersWith } from "../../../../matching/letters.js";
import { type Glyphs, HIDING, type Hiding, TRAIT } from "../glyph.js";
import type { PageText } from "./run-text.js";

/** The same whatever page they are on. */
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

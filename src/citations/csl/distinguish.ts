/** Tells works apart that would be cited in the same words (CSL 1.0.2, "Disambiguation"). */
import type { Distinction } from "./context.js";
import type { Style } from "./style.js";

export type Distinctions = Map<string, Distinction>;

/**
 * Adds names, then given names, then letters to the years, as far as the style allows it.
 *
 * @param keys in the order of the bibliography: letters follow it.
 * @param cite the words that cite a work, without a locator.
 */
export function distinguish(
  style: Style,
  keys: readonly string[],
  distinctions: Distinctions,
  cite: (key: string, distinction: Distinction) => string,
): void {
  const { attributes } = style.citation;
  const wordsOf = (key: string) => cite(key, distinctions.get(key)!);
  const attempt = (change: Partial<Distinction>) => {
    for (const group of ambiguous(keys, wordsOf)) {
      const changed = group.map((key) => cite(key, { ...distinctions.get(key)!, ...change }));
      if (new Set(changed).size === 1) continue;
      for (const key of group) distinctions.set(key, { ...distinctions.get(key)!, ...change });
    }
  };
  if (attributes["disambiguate-add-names"] === "true") {
    for (let names = 2; names <= 10; names++) attempt({ names });
  }
  if (attributes["disambiguate-add-givenname"] === "true") {
    attempt({ givenNames: "initials" });
    attempt({ givenNames: "long" });
  }
  attempt({ disambiguate: true });
  if (attributes["disambiguate-add-year-suffix"] !== "true") return;
  for (const group of ambiguous(keys, wordsOf)) {
    group.forEach((key, index) => {
      distinctions.set(key, { ...distinctions.get(key)!, yearSuffix: letters(index) });
    });
  }
}

function ambiguous(keys: readonly string[], wordsOf: (key: string) => string): string[][] {
  const groups = new Map<string, string[]>();
  for (const key of keys) {
    const words = wordsOf(key);
    groups.set(words, [...(groups.get(words) ?? []), key]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** `a` to `z`, then `aa`. */
function letters(index: number): string {
  const rest = String.fromCharCode(97 + (index % 26));
  return index < 26 ? rest : letters(Math.floor(index / 26) - 1) + rest;
}

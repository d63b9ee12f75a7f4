/** What stands on the page for characters that hardly a font has and that say the same as others: `⸺` is two dashes. */

/** Long dashes: two and three em dashes, which meet. */
const DASHES: Readonly<Record<string, string>> = { "\u2E3A": "\u2014\u2014", "\u2E3B": "\u2014\u2014\u2014" };

/** Roman numerals, wide letters, ligatures, abbreviations and units; no powers, which are other numbers as plain digits. */
const COMPATIBLE =
  /[\u2100\u2101\u2105\u2106\u2116\u2121\u213B\u2160-\u217F\u3371-\u33DF\uFB00-\uFB06\uFF01-\uFF5E]/;

/** The characters to print for one that no font has (Unicode's NFKC); undefined when nothing says the same. */
export function plainLetters(character: string): string | undefined {
  if (Object.hasOwn(DASHES, character)) return DASHES[character];
  const plain = COMPATIBLE.test(character) ? character.normalize("NFKC") : "";
  return /^[A-Za-z!-/:-@[-`{-~]+$/.test(plain) || /^[\uFF10-\uFF19]$/.test(character) ? plain : undefined;
}

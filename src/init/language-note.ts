/** What a writer should know of a language for which there are no texts to begin with. */
import { hyphenationOf } from "../language/hyphenation/patterns.js";
import { typographyOf } from "../language/typography/languages.js";
import { wordLanguage } from "../language/words/tables.js";
import { enumeration } from "../language/words.js";
import { textLanguage } from "./starter.js";

const ENGLISH = { metadata: { language: "en" } };

/**
 * Says in which language the texts are, and what Colophon knows of the one that the publication is in; undefined
 * where both are the same.
 *
 * @param language BCP 47 tag.
 */
export function languageNote(language: string): string | undefined {
  if (textLanguage(language) === language.toLowerCase().split("-")[0]) return undefined;
  const name = new Intl.DisplayNames(["en"], { type: "language" }).of(language) ?? language;
  const known: readonly (readonly [string, unknown])[] = [
    ["the book's own words", wordLanguage(language)],
    ["quotation marks", typographyOf(language)],
    ["hyphens", hyphenationOf(language)],
  ];
  const has = enumeration(
    ENGLISH,
    known.flatMap(([what, is]) => (is === undefined ? [] : [what])),
  );
  return `The texts to begin with are in English. For ${name}, Colophon has ${has === "" ? "nothing" : has}.`;
}

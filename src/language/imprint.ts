/** What copyright pages say of rights and of how a book was made, in the language of the book. */
import { asian } from "./imprint/asian.js";
import { european } from "./imprint/european.js";
import { germanic } from "./imprint/germanic.js";
import type { ImprintTable, ImprintWord } from "./imprint/imprint-words.js";
import { romance } from "./imprint/romance.js";
import { slavic } from "./imprint/slavic.js";
import { wordLanguage } from "./words/tables.js";

export const IMPRINT_TABLES: ImprintTable = { ...germanic, ...romance, ...slavic, ...european, ...asian };

/** What countries have otherwise than their language's table: spellings, and laws. */
const OF_COUNTRY: Readonly<Record<string, Partial<Record<ImprintWord, string>>>> = {
  "en-US": {
    licensed: "This work is published under the {licence} license: {url}",
    "if-alike": "share what you adapt under the same license",
  },
  "de-AT": {
    "mining-reserved":
      "Die Nutzung dieses Werks für Text und Data Mining, einschließlich des Trainings künstlicher Intelligenz, bleibt vorbehalten (§ 42h Abs. 6 UrhG).",
  },
  "de-CH": {
    "mining-reserved":
      "Die Nutzung dieses Werks für Text und Data Mining, einschliesslich des Trainings künstlicher Intelligenz, bleibt vorbehalten.",
    "mining-allowed":
      "Text und Data Mining, einschliesslich des Trainings künstlicher Intelligenz, ist gestattet.",
  },
};

/**
 * A sentence with its values put in; English where the language has no table.
 *
 * @param language BCP 47 tag.
 */
export function imprintWord(
  language: string,
  key: ImprintWord,
  values: Readonly<Record<string, string>> = {},
): string {
  const tag = wordLanguage(language) ?? "en";
  const table = IMPRINT_TABLES[tag] ?? IMPRINT_TABLES[tag.split("-")[0]!] ?? IMPRINT_TABLES.en!;
  const sentence = OF_COUNTRY[countryOf(language, tag)]?.[key] ?? table[key];
  return sentence.replace(/\{(\w+)\}/g, (written, name: string) => values[name] ?? written);
}

function countryOf(language: string, tag: string): string {
  const written = language.toLowerCase();
  const country = Object.keys(OF_COUNTRY).find((each) => `${written}-`.startsWith(`${each.toLowerCase()}-`));
  return country ?? tag;
}

/** The words that head the parts of sections made of data, in the languages that have them; in others they are English. */
import { de, en, es, fr } from "./sheet-words.js";

type Table = Readonly<Record<string, string>>;

const ENGLISH: Table = en;
const TABLES: Readonly<Record<string, Table>> = { en, fr, de, es };

/**
 * @param language BCP 47 tag of the section.
 * @param key as the reader of data has marked the place.
 */
export function dataWord(language: string, key: string): string {
  const table = TABLES[language.split("-")[0]!.toLowerCase()] ?? ENGLISH;
  return table[key] ?? ENGLISH[key] ?? key;
}

const DAY = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;

/** “Thursday, December 3, 2026”, as the language writes it. @param day `YYYY-MM-DD`. */
export function writtenDay(day: string, language: string): string {
  return new Intl.DateTimeFormat(language, DAY).format(new Date(`${day}T00:00:00Z`));
}

/** The sentences of copyright pages, in every language that has words. */
import { describe, expect, test } from "vitest";
import { IMPRINT_WORDS } from "../../../src/language/imprint/imprint-words.js";
import { IMPRINT_TABLES, imprintWord } from "../../../src/language/imprint.js";
import { WORD_LANGUAGES } from "../../../src/language/words/tables.js";
import { writtenDate } from "../../../src/language/written-date.js";

const PUT_IN = /\{(\w+)\}/g;

describe("the sentences of a copyright page", () => {
  const regional = new Set(["de-CH", "pt-PT"]);
  test("are there for every language that has words", () => {
    const wanted = WORD_LANGUAGES.filter((tag) => !regional.has(tag));
    expect(Object.keys(IMPRINT_TABLES).sort()).toEqual([...wanted].sort());
  });

  test.each(Object.keys(IMPRINT_TABLES))("%s has all of them, with the same values put in", (tag) => {
    const table = IMPRINT_TABLES[tag]!;
    for (const key of IMPRINT_WORDS) {
      const names = (text: string) => [...text.matchAll(PUT_IN)].map(([, name]) => name).sort();
      expect(names(table[key]), key).toEqual(names(IMPRINT_TABLES.en![key]));
      expect(table[key], key).toBe(table[key].trim().normalize("NFC"));
      if (tag !== "en" && !/^part-/.test(key)) expect(table[key], key).not.toBe(IMPRINT_TABLES.en![key]);
    }
  });

  test.each([
    ["fr-CA", "L. 122-5-3"],
    ["de", "§ 44b Abs. 3 UrhG"],
    ["de-AT", "§ 42h Abs. 6 UrhG"],
    ["nl-BE", "15o Auteurswet"],
    ["pl", "2019/790"],
    ["tlh", "2019/790"],
  ])("%s names the law that lets one reserve mining", (language, law) => {
    expect(imprintWord(language, "mining-reserved")).toContain(law);
  });

  test("Switzerland writes no ß", () => {
    expect(imprintWord("de-CH", "mining-reserved")).toContain("einschliesslich");
  });

  test("America writes license", () => {
    expect(imprintWord("en-US", "licensed")).toContain("license:");
    expect(imprintWord("en-GB", "licensed")).toContain("licence:");
  });
});

describe("dates in a language", () => {
  test.each([
    ["2026-11-01", "en-GB", "1 November 2026"],
    ["2026-11-01", "en-US", "November 1, 2026"],
    ["2026-11-01", "fr", "1 novembre 2026"],
    ["2026-11", "de", "November 2026"],
    ["2026", "ja", "2026"],
    ["2026-11-01", "ja", "2026年11月1日"],
    ["2026-11-01", "ar", "1 نوفمبر 2026"],
    ["2026-11-01", "fa", "1 نوامبر 2026"],
  ])("%s in %s", (date, language, expected) => {
    expect(writtenDate(date, language)).toBe(expected);
  });
});

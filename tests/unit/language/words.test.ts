/** The book's own words: every language has all of them, in its own words, with its own order of word and number. */
import { describe, expect, test } from "vitest";
import { labelParts, labelText } from "../../../src/adapt/section-label.js";
import { NUMBER_FORMS, NUMBERED } from "../../../src/language/words/number-forms.js";
import { tableOf, WORD_LANGUAGES, wordLanguage } from "../../../src/language/words/tables.js";
import type { Word } from "../../../src/language/words/words.js";
import {
  captionSeparator,
  enumeration,
  numbered,
  numberedInText,
  tableWord,
  word,
} from "../../../src/language/words.js";
import type { Book, Section } from "../../../src/model/book.js";

const EUROPEAN = "bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv";
const OTHERS = "ja zh-Hans zh-Hant ko ar he fa ru uk tr hi vi id ca eu nb nn";
const EXPECTED = `${EUROPEAN} ${OTHERS}`.split(" ");

const KEYS = Object.keys(tableOf("en")) as Word[];

/** Words that are the same in English and in the language. */
const SAME: Readonly<Record<string, string>> = {
  cs: "errata callout-tip",
  da: "note callout-tip",
  de: "errata",
  es: "page-short",
  fr: "introduction prologue conclusion endnotes index errata section figure note callout-important notes page page-short",
  it: "copyright-page colophon page-short",
  lt: "page-short",
  mt: "errata page-short",
  nl: "errata callout-tip page-short",
  pl: "errata listing",
  pt: "errata page-short",
  ro: "callout-important page-short",
  sk: "callout-tip",
  id: "callout-tip",
  ca: "part endnotes callout-important notes page-short",
  nb: "note",
  nn: "note",
};

const in_ = (language: string) => ({ metadata: { language } });

describe("the tables", () => {
  test("there is one for every language of the European Union, and for those that were promised", () => {
    for (const language of EXPECTED) expect(wordLanguage(language), language).toBe(language);
  });

  test.each(WORD_LANGUAGES)("%s has every word, without blanks around it", (tag) => {
    const table = tableOf(tag);
    expect(Object.keys(table).sort()).toEqual([...KEYS].sort());
    for (const [key, value] of Object.entries(table)) expect(value.trim(), key).toBe(value);
    expect(Object.values(table).every((value) => value !== "" && value === value.normalize("NFC"))).toBe(
      true,
    );
  });

  test.each(EXPECTED.filter((tag) => tag !== "en"))("%s has no English left in it", (tag) => {
    const same = KEYS.filter((key) => tableOf(tag)[key].toLowerCase() === tableOf("en")[key].toLowerCase());
    expect(same.filter((key) => key !== "isbn").join(" ")).toBe(SAME[tag] ?? "");
  });

  const scripts: Readonly<Record<string, RegExp>> = {
    ar: /^[\p{Script=Arabic}\p{P}\p{M}\s]+$/u,
    bg: /^[\p{Script=Cyrillic}\p{P}\s]+$/u,
    el: /^[\p{Script=Greek}\p{P}\s]+$/u,
    fa: /^[\p{Script=Arabic}\p{M}\p{P}\s\u200C]+$/u,
    he: /^[\p{Script=Hebrew}\p{P}\s]+$/u,
    hi: /^[\p{Script=Devanagari}\p{P}\s]+$/u,
    ja: /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー・→\p{P}\s]+$/u,
    ko: /^[\p{Script=Hangul}→\p{P}\s]+$/u,
    ru: /^[\p{Script=Cyrillic}\p{P}\s]+$/u,
    uk: /^[\p{Script=Cyrillic}\p{P}\s]+$/u,
    "zh-Hans": /^[\p{Script=Han}\p{P}\s]+$/u,
    "zh-Hant": /^[\p{Script=Han}\p{P}\s]+$/u,
  };

  test.each(Object.entries(scripts))("%s is in its own letters", (tag, letters) => {
    for (const [key, value] of Object.entries(tableOf(tag)))
      if (key !== "isbn") expect(value.replace("MathML", ""), key).toMatch(letters);
  });

  test("simplified and traditional characters are not mixed", () => {
    const simplified = /[录页书权导术语节码图见销时为这声闪现]/;
    const traditional = /[錄頁書權導術語節碼圖見銷時為這聲閃現]/;
    for (const value of Object.values(tableOf("zh-Hans"))) expect(value).not.toMatch(traditional);
    for (const value of Object.values(tableOf("zh-Hant"))) expect(value).not.toMatch(simplified);
  });
});

test.each([
  ["zh", "zh-Hans"],
  ["zh-CN", "zh-Hans"],
  ["zh-TW", "zh-Hant"],
  ["zh-HK", "zh-Hant"],
  ["zh-Hant-MO", "zh-Hant"],
  ["no", "nb"],
  ["nb-NO", "nb"],
  ["pt-BR", "pt"],
  ["pt-PT", "pt-PT"],
  ["pt-AO", "pt-PT"],
  ["de-CH", "de-CH"],
  ["de-AT", "de"],
  ["fr-CA", "fr"],
  ["iw", "he"],
  ["in", "id"],
  ["EN-us", "en"],
  ["cy", undefined],
  ["sr-Latn", undefined],
  ["not a tag", undefined],
])("%s reads the table %s", (language, table) => {
  expect(wordLanguage(language)).toBe(table);
  expect(tableWord(language, "toc")).toBe(tableOf(table ?? "en").toc);
});

describe("a word with its number", () => {
  test.each([
    ["en", "chapter", "Chapter\u00A03"],
    ["de", "chapter", "Kapitel\u00A03"],
    ["es", "chapter", "Capítulo\u00A03"],
    ["ru", "chapter", "Глава\u00A03"],
    ["el", "chapter", "Κεφάλαιο\u00A03"],
    ["hu", "chapter", "3.\u00A0fejezet"],
    ["eu", "chapter", "3.\u00A0kapitulua"],
    ["lt", "chapter", "3\u00A0skyrius"],
    ["lv", "chapter", "3.\u00A0nodaļa"],
    ["ja", "chapter", "第3章"],
    ["zh-TW", "section", "第3節"],
    ["zh-CN", "section", "第3节"],
    ["ko", "chapter", "제3장"],
    ["hu", "figure", "3.\u00A0ábra"],
    ["ja", "figure", "図3"],
    ["zh", "figure", "图\u00A03"],
    ["lt", "page", "3\u00A0p."],
    ["ko", "page", "3쪽"],
    ["pl", "page", "s.\u00A03"],
  ] as const)("%s %s", (language, kind, text) => {
    expect(numbered(in_(language), language, kind, "3")).toBe(text);
  });

  test("stands with a small letter inside a sentence where the language does that", () => {
    expect(numberedInText(in_("sv"), "sv", "figure", "1")).toBe("figur\u00A01");
    expect(numberedInText(in_("ru"), "ru", "figure", "1")).toBe("рисунок\u00A01");
    expect(numberedInText(in_("de"), "de", "figure", "1")).toBe("Abbildung\u00A01");
    expect(numberedInText(in_("en"), "en", "figure", "1")).toBe("Figure\u00A01");
  });

  test("every form has its number once, and the word of the table unless it is a short one", () => {
    const short = new Set(["lt figure", "eu page", "hu page", "lt page", "lv page"]);
    for (const [tag, forms] of Object.entries(NUMBER_FORMS)) {
      for (const kind of NUMBERED) {
        const form = forms[kind] ?? `${tableOf(tag)[kind]} {n}`;
        expect(form.split("{n}"), `${tag} ${kind}`).toHaveLength(2);
        if (!short.has(`${tag} ${kind}`))
          expect(form.toLowerCase()).toContain(tableOf(tag)[kind].toLowerCase());
      }
    }
  });

  test("is cut into parts that themes set apart", () => {
    const label = (language: string) => {
      const book = { edition: in_(language) } as Book;
      const section = { label: "3", role: "chapter", language } as Section;
      const parts = labelParts(book, section).map(({ kind, gap, text }) => `${gap}${text}:${kind[0]}`);
      return [labelText(book, section), ...parts];
    };
    expect(label("en")).toEqual(["Chapter 3", "Chapter:w", " 3:n"]);
    expect(label("ja")).toEqual(["第3章", "第:w", "3:n", "章:w"]);
    expect(label("hu")).toEqual(["3. fejezet", "3.:n", " fejezet:w"]);
    expect(label("lt")).toEqual(["3 skyrius", "3:n", " skyrius:w"]);
  });
});

describe("an author's own words", () => {
  const own = {
    metadata: { language: "hu" },
    words: { chapter: "lecke", figure: "Rajz", toc: "Mi hol van" },
  };

  test("stand for those of the language, in its form", () => {
    expect(word(own, "hu", "toc")).toBe("Mi hol van");
    expect(word(own, "hu", "index")).toBe("Tárgymutató");
    expect(numbered(own, "hu", "chapter", "3")).toBe("3.\u00A0lecke");
  });

  test("hold for texts in the language of the edition alone", () => {
    expect(word(own, "hu-RO", "toc")).toBe("Mi hol van");
    expect(word(own, "de", "toc")).toBe("Inhalt");
  });

  test("may say where the number stands, and what comes before a caption", () => {
    const words = { "chapter-number": "— {n} —", "caption-separator": ": ", page: "lap", "page-short": "l." };
    const edition = { metadata: { language: "en" }, words };
    expect(numbered(edition, "en", "chapter", "3")).toBe("— 3 —");
    expect(numbered(edition, "en", "page", "3")).toBe("l.\u00A03");
    expect(captionSeparator(edition, "en")).toBe(": ");
  });

  test("do for a language without a table", () => {
    const welsh = { metadata: { language: "cy" }, words: { chapter: "Pennod" } };
    expect(numbered(welsh, "cy", "chapter", "3")).toBe("Pennod\u00A03");
    expect(word(welsh, "cy", "toc")).toBe("Contents");
  });
});

test.each([
  ["en", "A, B and C"],
  ["pl", "A, B i C"],
  ["ja", "A、B、C"],
  ["zh", "A、B和C"],
  ["ar", "A وB وC"],
  ["fa", "A، B و C"],
  ["he", "A, B ו-C"],
  ["ko", "A, B 및 C"],
  ["mt", "A, B u C"],
])("names are joined as the language does, in %s", (language, phrase) => {
  expect(enumeration(in_(language), ["A", "B", "C"])).toBe(phrase);
});

test("a Hebrew name takes the “and” without a hyphen", () => {
  expect(enumeration(in_("he"), ["דנה", "יוסי"])).toBe("דנה ויוסי");
});

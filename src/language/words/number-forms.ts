/**
 * How languages write a word with its number: “Chapter 3”, “第3章”, “3. fejezet”, “27 p.”.
 *
 * Where a language is not listed the word comes first. In a form the word is spelt as it stands beside a number,
 * which may be with a small letter or short.
 */
import type { Word } from "./words.js";

export const NUMBERED = [
  "part",
  "chapter",
  "appendix",
  "section",
  "figure",
  "table",
  "listing",
  "equation",
  "page",
] as const satisfies readonly Word[];

export type Numbered = (typeof NUMBERED)[number];

/** Stands for the number. */
export const NUMBER = "{n}";

export type NumberForms = Readonly<Partial<Record<Numbered, string>>>;

/** By the tag of the table of words; U+00A0 keeps a word with its number. */
export const NUMBER_FORMS: Readonly<Record<string, NumberForms>> = {
  eu: {
    part: "{n}.\u00A0atala",
    chapter: "{n}.\u00A0kapitulua",
    appendix: "{n}.\u00A0eranskina",
    section: "{n}.\u00A0azpiatala",
    figure: "{n}.\u00A0irudia",
    table: "{n}.\u00A0taula",
    listing: "{n}.\u00A0kodea",
    equation: "{n}.\u00A0ekuazioa",
    page: "{n}.\u00A0or.",
  },
  hu: {
    part: "{n}.\u00A0rész",
    chapter: "{n}.\u00A0fejezet",
    appendix: "{n}.\u00A0függelék",
    section: "{n}.\u00A0szakasz",
    figure: "{n}.\u00A0ábra",
    table: "{n}.\u00A0táblázat",
    listing: "{n}.\u00A0programlista",
    equation: "{n}.\u00A0egyenlet",
    page: "{n}.\u00A0o.",
  },
  ja: {
    part: "第{n}部",
    chapter: "第{n}章",
    appendix: "付録{n}",
    section: "第{n}節",
    figure: "図{n}",
    table: "表{n}",
    listing: "コード{n}",
    equation: "式{n}",
    page: "{n}ページ",
  },
  ko: {
    part: "제{n}부",
    chapter: "제{n}장",
    section: "제{n}절",
    page: "{n}쪽",
  },
  lt: {
    part: "{n}\u00A0dalis",
    chapter: "{n}\u00A0skyrius",
    appendix: "{n}\u00A0priedas",
    section: "{n}\u00A0poskyris",
    figure: "{n}\u00A0pav.",
    table: "{n}\u00A0lentelė",
    listing: "{n}\u00A0programa",
    equation: "{n}\u00A0formulė",
    page: "{n}\u00A0p.",
  },
  lv: {
    part: "{n}.\u00A0daļa",
    chapter: "{n}.\u00A0nodaļa",
    appendix: "{n}.\u00A0pielikums",
    section: "{n}.\u00A0apakšnodaļa",
    figure: "{n}.\u00A0attēls",
    table: "{n}.\u00A0tabula",
    listing: "{n}.\u00A0programma",
    equation: "{n}.\u00A0vienādojums",
    page: "{n}.\u00A0lpp.",
  },
  "zh-Hans": {
    part: "第{n}部分",
    chapter: "第{n}章",
    section: "第{n}节",
    page: "第{n}页",
  },
  "zh-Hant": {
    part: "第{n}部分",
    chapter: "第{n}章",
    section: "第{n}節",
    page: "第{n}頁",
  },
};

/** What stands between a numbered label and its caption, where it is not a space alone. */
export const CAPTION_SEPARATORS: Readonly<Record<string, string>> = {
  eu: ". ",
  hu: ". ",
  ja: "\u3000",
  lt: ". ",
  lv: ". ",
  ru: ". ",
  uk: ". ",
  "zh-Hans": "\u3000",
  "zh-Hant": "\u3000",
};

/** Languages whose contents show “第3章” and not the number alone. */
export const WHOLE_IN_CONTENTS: ReadonlySet<string> = new Set(["ja", "ko", "zh-Hans", "zh-Hant"]);

/** Languages that write “figure 3” with a small letter inside a sentence, after the usage of their publishers. */
export const SMALL_LETTER: ReadonlySet<string> = new Set(
  "bg ca cs da es et fi fr hr it nb nl nn pl pt pt-PT ro ru sk sl sv uk".split(" "),
);

/** How names are joined: what stands between them, and before the last. Default: a comma, and “and”. */
export const ENUMERATIONS: Readonly<Record<string, readonly [between: string, last: string]>> = {
  ar: [" و", " و"],
  fa: ["، ", " و "],
  ja: ["、", "、"],
  mt: [", ", " u "],
  "zh-Hans": ["、", "和"],
  "zh-Hant": ["、", "和"],
};

/** The numbers of parts, chapters and appendices, as books of a language count them. */
import { alphabetic, counterText } from "./counter-style.js";
import { withDigits } from "./digits.js";
import { toRoman } from "./roman.js";
import { wordLanguage } from "./words/tables.js";

/** What is counted through a book, and has its number above its title. */
export const COUNTED_ROLES = ["chapter", "part", "appendix"] as const;

export type CountedRole = (typeof COUNTED_ROLES)[number];

type Count = (count: number) => string;

const LATIN = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/**
 * Letters of appendices. Cyrillic without those that look like others or have no capital use: GOST 2.105 (ru),
 * DSTU 3008 (uk). Arabic in the old order of numbers, Persian in that of the alphabet.
 */
const APPENDICES: Readonly<Record<string, readonly string[]>> = {
  ar: "أ ب ج د هـ و ز ح ط ي ك ل م ن س ع ف ص ق ر ش ت ث خ ذ ض ظ غ".split(" "),
  bg: [..."АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЮЯ"],
  el: [..."ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ"],
  fa: "الف ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ه ی".split(" "),
  ru: [..."АБВГДЕЖИКЛМНПРСТУФХЦШЩЭЮЯ"],
  uk: [..."АБВГДЕЖИКЛМНПРСТУФХЦШЩЮЯ"],
};

const han: Count = (count) => counterText("simp-chinese-informal", count);
const hebrew: Count = (count) => counterText("hebrew", count);

/** Where parts are not counted with roman numerals. */
const PARTS: Readonly<Record<string, Count>> = {
  ...{ ar: String, fa: String, hi: String, ja: String, ko: String },
  ...{ he: hebrew, "zh-Hans": han, "zh-Hant": han },
};

/** @param language BCP 47. @param count from 1. */
export function sectionNumber(language: string, role: CountedRole, count: number): string {
  const table = wordLanguage(language) ?? "";
  const write: Readonly<Record<CountedRole, Count>> = {
    chapter: String,
    part: PARTS[table] ?? toRoman,
    appendix: table === "he" ? hebrew : (each) => alphabetic(APPENDICES[table] ?? LATIN, each),
  };
  return withDigits(write[role](count), language);
}

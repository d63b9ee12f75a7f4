/** How books of a language count their parts and appendices, and in which digits. */
import { expect, test } from "vitest";
import { digitStyle, withDigits } from "../../../src/language/digits.js";
import { sectionNumber } from "../../../src/language/section-number.js";

test.each([
  ["en", "IV", "D", "4"],
  ["ru", "IV", "Г", "4"],
  ["el", "IV", "Δ", "4"],
  ["he", "ד", "ד", "4"],
  ["ar", "4", "د", "4"],
  ["ar-EG", "٤", "د", "٤"],
  ["fa", "۴", "ت", "۴"],
  ["ja", "4", "D", "4"],
  ["zh-TW", "四", "D", "4"],
  ["mr", "IV", "D", "४"],
])("in %s", (language, part, appendix, chapter) => {
  expect(sectionNumber(language, "part", 4)).toBe(part);
  expect(sectionNumber(language, "appendix", 4)).toBe(appendix);
  expect(sectionNumber(language, "chapter", 4)).toBe(chapter);
});

test("Cyrillic letters of appendices leave out those that are taken for others", () => {
  const russian = Array.from({ length: 9 }, (_, index) => sectionNumber("ru", "appendix", index + 1));
  expect(russian.join("")).toBe("АБВГДЕЖИК");
});

test("letters begin again in pairs, and many parts have long numbers", () => {
  expect(sectionNumber("en", "appendix", 27)).toBe("AA");
  expect(sectionNumber("zh", "part", 21)).toBe("二十一");
});

test.each([
  ["ar", "decimal"],
  ["ar-MA", "decimal"],
  ["ar-SA", "arabic-indic"],
  ["ar-u-nu-arab", "arabic-indic"],
  ["fa-u-nu-latn", "decimal"],
  ["fa", "persian"],
  ["bn", "bengali"],
  ["hi", "decimal"],
  ["not a tag", "decimal"],
])("%s has the digits of CLDR, or those that its tag names", (language, style) => {
  expect(digitStyle(language)).toBe(style);
});

test("a number of several parts is written whole", () => {
  expect(withDigits("2.10", "fa")).toBe("۲.۱۰");
});

/** Titles that say their number themselves, and those that only look so. */
import { describe, expect, test } from "vitest";
import { numbersInRow, ownNumber } from "../../../src/language/own-number.js";

describe("a title that certainly has its number", () => {
  test.each([
    ["Chapter 2: The Barn", "chapter", "2", 2],
    ["CHAPTER IV", "chapter", "IV", 4],
    ["Chapter Twenty-One", "chapter", undefined, undefined],
    ["Part II – Later", "part", "II", 2],
    ["Appendix B. Tables", "appendix", "B", undefined],
    ["Annexe C : Tables", "annexe", "C", undefined],
    ["2. The Barn", "chapter", "2", 2],
    ["07 – The Barn", "chapter", "07", 7],
    ["Kapitel IV – Ebbe", "Kapitel", "IV", 4],
    ["IV. Kapitel", "Kapitel", "IV", 4],
    ["Глава 3. Брод", "Глава", "3", 3],
    ["3-я глава", "глава", "3", 3],
    ["Додаток Б", "Додаток", "Б", undefined],
    ["Capítulo 12 La barca", "Capítulo", "12", 12],
    ["2. fejezet: A gázló", "fejezet", "2", 2],
    ["3 skyrius. Brasta", "skyrius", "3", 3],
    ["Κεφάλαιο Α΄: Αρχή", "Κεφάλαιο", "Α΄", undefined],
    ["Rozdział XXI", "Rozdział", "XXI", 21],
    ["第2章 納屋", "章", "2", 2],
    ["第十二章　納屋", "章", "十二", 12],
    ["第二十一回", "章", "二十一", 21],
    ["제3장 헛간", "장", "3", 3],
    ["3장. 헛간", "장", "3", 3],
    ["الفصل ٣: الحظيرة", "الفصل", "٣", 3],
    ["فصل ۱۲", "فصل", "۱۲", 12],
    ["פרק ב׳: האסם", "פרק", "ב׳", undefined],
    ["פרק 3", "פרק", "3", 3],
    ["अध्याय २", "अध्याय", "२", 2],
    ["Chương 4: Kho thóc", "Chương", "4", 4],
    ["Bab 5 Lumbung", "Bab", "5", 5],
  ])("%s", (title, word, numeral, count) => {
    const found = ownNumber(title, [word]);
    expect([found?.numeral, found?.count]).toEqual([numeral, count]);
    expect(title).toContain(found?.text);
  });

  test.each([
    ["1984", "chapter"],
    ["12 Angry Men", "chapter"],
    ["3.14 and Other Numbers", "chapter"],
    ["Chapter", "chapter"],
    ["Chapters of Life", "chapter"],
    ["Part of the Main", "part"],
    ["Part a of the Whole", "part"],
    ["I Remember", "chapter"],
    ["第二の海", "章"],
    ["第一次世界大战", "章"],
    ["一部の人々", "部"],
    ["3部作のあと", "部"],
    ["Глава семьи", "Глава"],
    ["Teile und herrsche", "Teil"],
  ])("%s has none", (title, word) => {
    expect(ownNumber(title, [word])).toBeUndefined();
  });
});

describe("titles in a row", () => {
  const found = (titles: readonly string[], ...words: string[]) =>
    numbersInRow(titles, words).map((each) => each?.numeral ?? each?.text);

  test("may spell their numbers out", () => {
    expect(found(["Вступление", "Глава первая. Брод", "Глава вторая"], "Глава")).toEqual([
      undefined,
      "Глава первая",
      "Глава вторая",
    ]);
    expect(found(["Première partie", "Deuxième partie"], "Partie")).toEqual([
      "Première partie",
      "Deuxième partie",
    ]);
    expect(found(["الفصل الأول: المعبر", "الفصل الثاني: العودة"], "الفصل")).toEqual([
      "الفصل الأول",
      "الفصل الثاني",
    ]);
    expect(found(["Erstes Kapitel", "Zweites Kapitel"], "Kapitel")).toEqual([
      "Erstes Kapitel",
      "Zweites Kapitel",
    ]);
  });

  test("may count with any word, or with none", () => {
    expect(found(["Lesson 1: Ebb", "Lesson 2: Flood", "Lesson 3: Slack"], "chapter")).toEqual([
      "1",
      "2",
      "3",
    ]);
    expect(found(["1 Ebb", "2 Flood", "Coda"], "chapter")).toEqual(["1", "2", undefined]);
    expect(found(["1.1 Ebb", "1.2 Flood", "2.1 Slack"], "chapter")).toEqual(["1", "2", "1"]);
    expect(found(["I", "II", "III"], "chapter")).toEqual(["I", "II", "III"]);
  });

  test.each([
    [["Rust 2015", "Rust 2018", "Rust 2021"]],
    [["12 Angry Men", "Ebb", "Flood"]],
    [["I Remember", "I Forget"]],
    [["Ebb 3", "Flood 9", "Slack 4"]],
    [["The Family Chapter", "Ebb", "Flood"]],
  ])("%s do not count", (titles) => {
    expect(found(titles, "chapter")).toEqual(titles.map(() => undefined));
  });

  test("are not spelt out with the word of another language", () => {
    expect(numbersInRow(["A part", "A part: este"], ["Fejezet", "Part"], ["Fejezet"])).toEqual([
      undefined,
      undefined,
    ]);
  });
});

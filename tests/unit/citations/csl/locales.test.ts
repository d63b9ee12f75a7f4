import { describe, expect, it } from "vitest";
import { CALENDARS } from "../../../../src/citations/csl/locales/calendar.js";
import { CORE_ROWS, CORE_TERMS } from "../../../../src/citations/csl/locales/core-terms.js";
import { LANGUAGES, localeData } from "../../../../src/citations/csl/locales/languages.js";
import { readLocator } from "../../../../src/citations/locator.js";
import { typographyOf } from "../../../../src/language/typography/languages.js";
import { citeInStyle } from "../../../support/cite-in-style.js";

describe("the languages of citations", () => {
  it("have a word for every core term, twelve months and all parts of a date", () => {
    expect(Object.keys(CORE_ROWS).sort()).toEqual(Object.keys(CALENDARS).sort());
    for (const [language, { terms }] of Object.entries(CORE_ROWS)) {
      const texts = terms.split("|");
      expect([language, texts.length]).toEqual([language, CORE_TERMS.length]);
      expect(texts.every((text) => text.trim() === text && text !== "")).toBe(true);
    }
    for (const [language, { months, shortMonths, dates }] of LANGUAGES) {
      expect([language, months.length, shortMonths.length]).toEqual([language, 12, 12]);
      for (const parts of [dates.text, dates.numeric]) {
        expect([language, ...parts.map(({ name }) => name).sort()]).toEqual([
          language,
          "day",
          "month",
          "year",
        ]);
      }
    }
  });

  it("are found by their tags, dialects too", () => {
    expect(localeData("pt-BR")).toBe(LANGUAGES.get("pt"));
    expect(localeData("zh-TW")).toBe(LANGUAGES.get("zh-Hant"));
    expect(localeData("zh-CN")).toBe(LANGUAGES.get("zh"));
    expect(localeData("no")).toBe(LANGUAGES.get("nb"));
    expect(localeData("iw")).toBe(LANGUAGES.get("he"));
    expect(localeData("yue-HK")).toBe(LANGUAGES.get("zh-Hant"));
    expect(localeData("de-AT")).toBe(LANGUAGES.get("de"));
    expect(localeData("sr-RS")).toBe(LANGUAGES.get("sr"));
    expect(localeData("tlh")).toBe(LANGUAGES.get("en"));
  });

  it.each([
    ["pl", "Ash i Birch, „Weirs”, 3 maja 2020"],
    ["hu", "Ash és Birch, „Weirs”, 2020. május 3."],
    ["ja", "Ash と Birch, 「Weirs」, 2020年5月3日"],
    ["el", "Ash και Birch, «Weirs», 3 Μαΐου 2020"],
    ["pt-BR", "Ash e Birch, “Weirs”, 3 de maio de 2020"],
  ])("say names, titles and dates in %s", (language, expected) => {
    const { texts } = citeInStyle({
      language,
      layout:
        '<group delimiter=", "><names variable="author"><name form="short" and="text"/></names>' +
        '<text variable="title" quotes="true"/><date variable="issued" form="text"/></group>',
      works: [
        {
          title: "Weirs",
          author: [{ family: "Ash" }, { family: "Birch" }],
          issued: { "date-parts": [[2020, 5, 3]] },
        },
      ],
    });
    expect(texts).toEqual([expected]);
  });

  it.each(["bg", "de", "de-CH", "es", "et", "fi", "hu", "it", "lt", "nb", "pl", "pt", "pt-PT", "ro", "ru"])(
    "have the quotation marks of texts in %s",
    (language) => {
      const { terms } = localeData(language);
      const marks = ["open-quote", "close-quote", "open-inner-quote", "close-inner-quote"];
      expect(marks.map((name) => terms[name])).toEqual(typographyOf(language)?.quotes.flat());
    },
  );

  it("write the “and” of Hebrew before the name", () => {
    const { texts } = citeInStyle({
      language: "he",
      layout: '<names variable="author"><name and="text"/></names>',
      works: [
        { author: [{ family: "כהן" }, { family: "לוי" }] },
        { author: [{ family: "כהן" }, { family: "Ash" }] },
      ],
      clusters: [["w1"], ["w2"]],
    });
    expect(texts).toEqual(["כהן ולוי", "כהן ו Ash"]);
  });

  it("know what a locator counts", () => {
    expect(readLocator(", rozdz. 3", "pl")).toMatchObject({ locator: "3", label: "chapter" });
    expect(readLocator(", s. 12", "sv-SE")).toMatchObject({ locator: "12", label: "page" });
    expect(readLocator(", p. 12", "sv")).toMatchObject({ label: "page" });
  });
});

import { describe, expect, it } from "vitest";
import { folioSlots, folioText } from "../../../../src/formats/pdf/folio-slots.js";
import type { PlacedRun } from "../../../../src/formats/pdf/paginate/folios.js";
import type { FontFace } from "../../../../src/theme/fonts/fonts.js";

const placed = (style: "decimal" | "lower-roman", firstNumber: number): PlacedRun => ({
  run: {
    id: "one",
    sections: ["one"],
    title: "One",
    startsOn: "any",
    numbering: { sequence: "main", style },
    files: [],
    lines: 0,
  },
  pages: 9,
  blankBefore: false,
  start: 0,
  firstNumber,
});

const page = (style: "decimal" | "lower-roman", firstNumber: number, page: number) => ({
  placed: placed(style, firstNumber),
  page,
  total: 318,
});

describe("the text of a margin box", () => {
  it("is the folio of its page", () => {
    expect(folioText("counter(page)", page("decimal", 25, 2))).toBe("27");
    expect(folioText("counter(page)", page("lower-roman", 3, 1))).toBe("iv");
    expect(folioText('counters(page, ".")', page("lower-roman", 3, 1))).toBe("iv");
  });

  it("is a decimal number where no font has the digits of the language", () => {
    const persian = page("decimal", 25, 2);
    const { run } = persian.placed;
    const placed = { ...persian.placed, run: { ...run, numbering: { ...run.numbering, digits: "persian" } } };
    expect(folioText("counter(page)", { ...persian, placed })).toBe("۲۷");
    const isAscii = (text: string) => /^[ -~]*$/.test(text);
    expect(folioText("counter(page)", { ...persian, placed }, isAscii)).toBe("27");
  });

  it("keeps the words around it", () => {
    expect(folioText('"– " counter(page) " –"', page("decimal", 7, 0))).toBe("– 7 –");
  });

  it("tells how many pages the book has", () => {
    expect(folioText('"Page " counter(page) " of " counter(pages)', page("decimal", 7, 0))).toBe(
      "Page 7 of 318",
    );
    expect(folioText('counter(page) "/" counter(pages)', page("lower-roman", 4, 0))).toBe("iv/318");
    expect(folioText("counter(pages, upper-roman)", page("decimal", 7, 0))).toBe("CCCXVIII");
  });

  it.each([
    ["upper-roman", "IX"],
    ["lower-roman", "ix"],
    ["upper-alpha", "I"],
    ["lower-latin", "i"],
    ["lower-greek", "ι"],
    ["decimal-leading-zero", "09"],
    ["arabic-indic", "٩"],
    ["colophon-decimal", "9"],
    ["of-nobody", "9"],
  ])("follows a counter style that the style sheet names: %s", (style, text) => {
    expect(folioText(`counter(page, ${style})`, page("lower-roman", 9, 0))).toBe(text);
  });

  it("has decimal digits where no font has those of its style", () => {
    const has = (text: string) => !/[^\0-\u00ff]/.test(text);
    expect(folioText("counter(page, hebrew)", page("lower-roman", 9, 0), has)).toBe("9");
  });
});

describe("the fonts of a margin box", () => {
  const latin = face("latin.woff2", [[0x20, 0xff]]);
  const arabic = face("arabic.woff2", [[0x600, 0x6ff]]);
  const box = {
    page: 0,
    x: 0,
    baseline: 0,
    align: "left" as const,
    size: 9,
    color: [0, 0, 0] as [number, number, number],
    family: "Fancy",
    weight: 400,
    style: "normal" as const,
    letterSpacing: 0,
  };
  const pieces = (content: string, direction: "ltr" | "rtl") =>
    folioSlots([{ ...box, direction, content }], page("decimal", 3, 0), [latin, arabic]).flatMap(
      ({ font, text, rest = [] }) => [{ font, text }, ...rest],
    );

  it("are one where one has all letters", () => {
    expect(pieces('"Page " counter(page)', "ltr")).toEqual([{ font: "latin.woff", text: "Page 3" }]);
  });

  it("follow each other from left to right where a line is read from right to left", () => {
    expect(pieces('"صفحة " counter(page) " من " counter(pages)', "rtl")).toEqual([
      { font: "latin.woff", text: "318 " },
      { font: "arabic.woff", text: "من" },
      { font: "latin.woff", text: " 3 " },
      { font: "arabic.woff", text: "صفحة" },
    ]);
    expect(pieces('"(" counter(page) ")."', "rtl")).toEqual([{ font: "latin.woff", text: ".(3)" }]);
  });
});

function face(file: string, ranges: [number, number][]): FontFace {
  return { family: "Fancy", weight: 400, style: "normal", ranges, file };
}

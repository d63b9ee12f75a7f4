import { PDFRef } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { placeSheet } from "../../../../src/formats/pdf/assemble/pages.js";
import { boxesOf, otherSheets, printedSize } from "../../../../src/formats/pdf/sheet.js";
import type { Sheet } from "../../../../src/model/sheet.js";

const sheet = (bleed: number): Sheet => ({ trim: { width: 300, height: 400 }, bleed, marks: [] });
const WIDE = [{ name: "map", size: { width: 500.2, height: 200.4 } }];

describe("the boxes of a page", () => {
  it("are the page and the bleed around it", () => {
    expect(printedSize(sheet(9))).toEqual({ width: 318, height: 418 });
    const whole = { left: 0, top: 0, width: 318, height: 418 };
    const trim = { left: 9, top: 9, width: 300, height: 400 };
    expect(boxesOf(sheet(9))).toEqual({ trim, bleed: whole, crop: whole });
  });

  it("are all the same without a bleed", () => {
    const page = { left: 0, top: 0, width: 300, height: 400 };
    expect(boxesOf(sheet(0))).toEqual({ trim: page, bleed: page, crop: page });
    expect(otherSheets(sheet(0), WIDE)).toEqual([]);
  });

  /** What the browser prints is rounded to whole pixels. */
  const placed = (bleed: number, width: number, height: number) => {
    const boxes = [sheet(bleed), ...otherSheets(sheet(bleed), WIDE)].map(boxesOf);
    const { boxes: entries, left, top } = placeSheet(PDFRef.of(1), [0, 0, width, height], boxes);
    return [...entries.split("\n"), left, top];
  };

  it("end at the bleed in the PDF, and measures begin at the page", () => {
    expect(placed(9, 318.75, 418.5)).toEqual([
      "/MediaBox [0 0.5 318 418.5]",
      "/CropBox [0 0.5 318 418.5]",
      "/BleedBox [0 0.5 318 418.5]",
      "/TrimBox [9 9.5 309 409.5]",
      9,
      409.5,
    ]);
  });

  it("are those of its own size for a named page of another size", () => {
    expect(placed(9, 518.25, 218.25)).toEqual([
      "/MediaBox [0 0 518.2 218.25]",
      "/CropBox [0 0 518.2 218.25]",
      "/BleedBox [0 0 518.2 218.25]",
      "/TrimBox [9 8.85 509.2 209.25]",
      9,
      209.25,
    ]);
  });

  it("leave the bleed on a sheet of any size", () => {
    expect(placed(9, 600, 700).slice(2, 4)).toEqual(["/BleedBox [0 0 600 700]", "/TrimBox [9 9 591 691]"]);
  });
});

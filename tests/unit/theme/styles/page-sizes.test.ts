import { describe, expect, test } from "vitest";
import { pageSizes, printedSheets } from "../../../../src/theme/styles/page-sizes.js";
import { edited, parseSheet } from "../../../../src/theme/styles/sheet.js";

const trim = { width: 300, height: 500 };
const file = { root: { folder: "/", names: "relative" }, path: "a.css" } as const;

function sizesOf(css: string) {
  const sheet = parseSheet(file, css, () => undefined);
  const { edits, sizes } = pageSizes(sheet, trim);
  return { css: edited(css, edits), sizes: sizes.map(({ name, size }) => [name, size.width, size.height]) };
}

describe("sizes of named pages", () => {
  test.each([
    ["@page map { size: A5 landscape }", [["map", 595.276, 419.528]]],
    ["@page map { size: landscape }", [["map", 500, 300]]],
    ["@page map { size: 10cm 5cm }", [["map", 283.465, 141.732]]],
    ["@page map { size: 4in }", [["map", 288, 288]]],
    ["@page map { size: letter }", [["map", 612, 792]]],
  ])("are written out in points: %s", (css, sizes) => {
    const found = sizesOf(css);
    expect(found.sizes).toEqual(sizes);
    expect(found.css).toBe(`@page map { size: ${sizes[0]![1]}pt ${sizes[0]![2]}pt}`);
  });

  test.each([
    "@page { size: a4 }",
    "@page map:left { size: a4 }",
    ".a { size: a4 }",
    "@page map { size: 5zz }",
  ])("are those of named pages alone: %s", (css) => {
    expect(sizesOf(css)).toEqual({ css, sizes: [] });
  });
});

test("the sheet of a named page has the bleed around the page", () => {
  const [plain, bleeding] = [0, 9].map((bleed) => printedSheets([{ name: "map", size: trim }], bleed));
  expect(plain).toContain("size: 300pt 500pt");
  expect(bleeding).toContain("size: 318pt 518pt");
  for (const css of [plain, bleeding]) expect(css).toContain("--trim-width: 300pt; --trim-height: 500pt");
});

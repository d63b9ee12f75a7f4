import { toHtml } from "hast-util-to-html";
import { expect, test } from "vitest";
import { parseText } from "../markdown/parse-text.js";

/** A table of names and these cells. */
const columnOf = (cells: readonly string[], rule = "---") =>
  toHtml(
    parseText(
      ["| Name | Sum |", `|---|${rule}|`, ...cells.map((cell, row) => `| ${row + 1} | ${cell} |`)].join("\n"),
    ).tree,
  );

test.each([
  [["6,000 €", "455 €"]],
  [["12", "", "−3.5", "–"]],
  [["€ 4", "**€ 12**"]],
  [["12 %", "4 %"]],
  [["(1 200)", "30"]],
  [["3 MB", "12 MB"]],
])("a column of numbers stands at its right edge, with its head: %s", (cells) => {
  expect(columnOf(cells).match(/class="numbers"/g)).toHaveLength(cells.length + 1);
});

test.each([
  ["words", ["12", "many"]],
  ["other units", ["900 g", "2 kg"]],
  ["times", ["10:30", "11:00"]],
  ["a single one", ["12"]],
])("any other column, and the first, is left alone: %s", (_, cells) => {
  expect(columnOf(cells)).not.toContain("numbers");
});

test("the author has the last word", () => {
  expect(columnOf(["1", "2"], ":--")).not.toContain("numbers");
});

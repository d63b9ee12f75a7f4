/** Cells of a few words stay on one line where a table has room. */
import type { Element, ElementContent } from "hast";
import { expect, test } from "vitest";
import { markShortCells } from "../../../../../src/formats/pdf/render/short-cells.js";

const element = (tagName: string, children: ElementContent[]): Element => ({
  type: "element",
  tagName,
  properties: {},
  children,
});

function marked(rows: readonly (readonly string[])[]): string[] {
  const cell = (value: string) => element("td", [element("em", [{ type: "text", value }])]);
  const cells = rows.map((row) => row.map(cell));
  markShortCells(
    element("table", [
      element(
        "tbody",
        cells.map((row) => element("tr", row)),
      ),
    ]),
  );
  return rows.flatMap((row, at) =>
    row.filter((_, index) => String(cells[at]![index]!.properties.className ?? "").includes("short")),
  );
}

test.each([
  ["dates beside sentences", [["March 2024", "A law that nobody had expected is passed."]], ["March 2024"]],
  ["words with soft hyphens", [["Novem\u00ADber 2022", "One word"]], ["Novem\u00ADber 2022", "One word"]],
  ["no single words, which break nowhere", [["1927", "Sound"]], []],
  ["no sentences", [["the first of many tides", "12 h 30"]], ["12 h 30"]],
  [
    "nothing in a table of many columns",
    [
      ["a b", "c d"],
      ["a b", "c d", "e f", "g h"],
    ],
    [],
  ],
])("%s", (_, rows, expected) => expect(marked(rows)).toEqual(expected));

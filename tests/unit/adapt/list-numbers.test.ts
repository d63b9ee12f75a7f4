import type { Element } from "hast";
import { fromHtml } from "hast-util-from-html";
import { describe, expect, test } from "vitest";
import { withNumbers } from "../../../src/adapt/list-numbers.js";

function numbersOf(html: string): unknown[] {
  const list = fromHtml(html, { fragment: true }).children[0] as Element;
  return withNumbers(list)
    .children.filter((child) => child.type === "element")
    .map(({ properties }) => properties.value);
}

describe("numbers of list items", () => {
  test.each([
    ["<ol reversed><li>c</li><li>b</li><li>a</li></ol>", ["3", "2", "1"]],
    ["<ol reversed start=10><li>a</li>\n<li>b</li></ol>", ["10", "9"]],
    ["<ol reversed><li>a</li><li value=7>b</li><li>c</li></ol>", ["3", "7", "6"]],
    ["<ol><li>a</li><li value=5>b</li><li>c</li></ol>", ["1", "5", "6"]],
    ["<ol start=0><li value=-3>a</li><li>b</li></ol>", ["-3", "-2"]],
    ["<ol reversed><li value=x>a</li><li>b</li></ol>", ["2", "1"]],
  ])("%s", (html, numbers) => {
    expect(numbersOf(html)).toEqual(numbers);
  });

  test("are left to who shows the list when it only counts up", () => {
    expect(numbersOf("<ol start=4><li>a</li><li>b</li></ol>")).toEqual([undefined, undefined]);
  });
});

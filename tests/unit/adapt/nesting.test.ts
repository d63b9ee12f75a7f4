import type { Element } from "hast";
import { fromHtml } from "hast-util-from-html";
import { expect, test } from "vitest";
import { markNesting } from "../../../src/adapt/nesting.js";
import { visitElements } from "../../../src/hast/visit.js";

const marksOf = (html: string): string[] => {
  const tree = fromHtml(html, { fragment: true });
  markNesting(tree);
  const marks: string[] = [];
  visitElements(tree, ({ tagName, properties }: Element) => {
    if (properties.className) marks.push(`${tagName}.${(properties.className as string[]).join(".")}`);
    return undefined;
  });
  return marks;
};

const nested = (depth: number, open: string, close: string) => open.repeat(depth) + close.repeat(depth);

test("a few levels are as themes want them", () => {
  expect(marksOf(nested(3, "<ul><li>", "</li></ul>"))).toEqual([]);
  expect(marksOf("<ul><li></li></ul><ul></ul><blockquote></blockquote><ol></ol><ul></ul>")).toEqual([]);
});

test("lists, quotations and definitions count alike", () => {
  expect(
    marksOf(
      "<ol><li><blockquote><dl><dd><ul class='x'><li><p></p><blockquote></blockquote></li></ul></dd></dl></blockquote></li></ol>",
    ),
  ).toEqual(["ul.x.deep", "blockquote.deep"]);
});

test("from the eleventh level on there is no room for another one", () => {
  const marks = marksOf(nested(90, "<ol><li>", "</li></ol>"));
  expect(marks.filter((mark) => mark === "ol.deep")).toHaveLength(7);
  expect(marks.filter((mark) => mark === "ol.deepest")).toHaveLength(80);
});

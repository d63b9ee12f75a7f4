import type { Element, ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import { describe, expect, it } from "vitest";
import { lineBlock, splitLines, takeLineMarks } from "../../../src/adapt/code-lines.js";

const text = (value: string): ElementContent => ({ type: "text", value });
const token = (name: string, ...children: ElementContent[]): ElementContent => ({
  type: "element",
  tagName: "span",
  properties: { className: [name] },
  children,
});
const lines = (...nodes: ElementContent[]): string[] =>
  splitLines(nodes).map((children) => toHtml({ type: "root", children }));

describe("the lines of a listing", () => {
  it("end at line breaks, and a break at the very end makes no line", () => {
    expect(lines(text("one\ntwo\n"))).toEqual(["one", "two"]);
  });

  it("keep empty lines between others", () => {
    expect(lines(text("one\n\ntwo"))).toEqual(["one", "", "two"]);
  });

  it("each carry the marking of a token that spans them", () => {
    expect(lines(text("a "), token("comment", text("b\nc")), text(" d"))).toEqual([
      'a <span class="comment">b</span>',
      '<span class="comment">c</span> d',
    ]);
  });
});

describe("lines that a text points out", () => {
  it("are elements of their own, and what named them is gone", () => {
    const properties = { dataMarkedLines: "1 3", dataAddedLines: "4", dataRemovedLines: "x 2" };
    const pre: Element = { type: "element", tagName: "pre", properties, children: [] };
    const marks = takeLineMarks(pre);
    const blocks = ["a", "b", "c", "d", "e"].map((value, index) =>
      lineBlock([text(value)], undefined, marks?.get(index)),
    );
    expect(blocks.map((each) => toHtml(each))).toEqual([
      '<mark class="line marked">a</mark>',
      '<del class="line removed">b</del>',
      '<mark class="line marked">c</mark>',
      '<ins class="line added">d</ins>',
      '<span class="line">e</span>',
    ]);
    expect(pre.properties).toEqual({});
    expect(takeLineMarks(pre)).toBeUndefined();
  });
});

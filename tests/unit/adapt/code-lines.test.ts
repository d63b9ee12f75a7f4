import type { ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import { describe, expect, it } from "vitest";
import { splitLines } from "../../../src/adapt/code-lines.js";

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

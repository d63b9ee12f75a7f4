import type { Element, Nodes, Text } from "hast";
import { describe, expect, it } from "vitest";
import { compact, expand } from "../../../src/read/compact-tree.js";

const position = { start: { line: 1, column: 2 }, end: { line: 3, column: 4 } };
const text: Text = { type: "text", value: "x", position };

function element(more: Partial<Element>): Element {
  return { type: "element", tagName: "p", properties: {}, children: [text], position, ...more };
}

/** What comes back from the cache. */
function kept(node: Nodes): Nodes {
  return expand(JSON.parse(JSON.stringify(compact(node))));
}

describe("a tree as lists", () => {
  it.each<[string, Nodes]>([
    ["a text", text],
    ["a text without a place", { type: "text", value: "x" }],
    ["a text that looks like an element", { type: "text", value: "p", position }],
    ["an element", element({ properties: { className: ["a"], hidden: true, span: 2 } })],
    ["an element with nothing in it", element({ children: [] })],
    [
      "an element without a place around one with",
      { ...element({ children: [element({})] }), position: undefined },
    ],
    ["a comment in an element", element({ children: [{ type: "comment", value: "c", position }] })],
    ["what is in a template", element({ tagName: "template", content: { type: "root", children: [text] } })],
    [
      "a place that says more",
      element({ position: { start: { line: 1, column: 2, offset: 1 }, end: position.end } }),
    ],
  ])("keeps %s", (_, node) => {
    expect(kept(node)).toEqual(node);
  });

  it("writes no name of a part", () => {
    expect(JSON.stringify(compact(element({ children: [element({})] })))).toBe(
      '["p",0,[["p",0,[["x",1,2,3,4]],1,2,3,4]],1,2,3,4]',
    );
  });
});

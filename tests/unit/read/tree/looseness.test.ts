import type { Element, Root } from "hast";
import { expect, test } from "vitest";
import { readLooseness } from "../../../../src/read/tree/looseness.js";

const element = (tagName: string, looseness: string): Element => ({
  type: "element",
  tagName,
  properties: { looseness },
  children: [],
});

test.each([
  ["1", "1"],
  ["-1", "-1"],
  ["+2", "2"],
])("a paragraph may be looser or tighter by lines: %s", (written, read) => {
  const paragraph = element("p", written);
  readLooseness({ type: "root", children: [paragraph] } satisfies Root);
  expect(paragraph.properties).toEqual({ dataLooseness: read });
});

test.each([
  ["p", "much"],
  ["p", "12"],
  ["p", ""],
  ["div", "1"],
])("anything else stays to be told as meaningless: %s %s", (tagName, written) => {
  const other = element(tagName, written);
  readLooseness({ type: "root", children: [other] } satisfies Root);
  expect(other.properties).toEqual({ looseness: written });
});

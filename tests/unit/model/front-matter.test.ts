/** What a text says of itself at its top is told from text between two rules. */
import { expect, test } from "vitest";
import { frontMatterOf, withoutFrontMatter } from "../../../src/model/front-matter.js";

test.each([
  ["---\ntitle: The sea\ntags:\n  - a\n- b\n---\nText", "The sea", 6],
  ['---\nid: x\ntitle: "The \\"sea\\": one" # short\n...\nText', 'The "sea": one', 4],
  ["---\r\n# a comment\r\ntitle: 'Anne''s sea'\r\n---\r\nText", "Anne's sea", 4],
  ["\uFEFF---\ntitle: >-\n  The sea\nlist: [a,\n  b\n]\n---\n", "The sea", 7],
  ["---\nlayout: page\n\nhref: http://x.org/a\n---\n", undefined, 5],
  ["---\n---\nText", undefined, 2],
])("%j has a title and lines", (text, title, lines) => {
  expect(frontMatterOf(text)?.title).toBe(title);
  expect(frontMatterOf(text)?.lines).toBe(lines);
});

test.each([
  ["no rule at its top", "title: The sea\n---\n"],
  ["prose between two rules", "---\nThe sea is wide.\n\nAnd deep.\n---\nText"],
  ["a heading between two rules", "---\n# The sea\n---\nText"],
  ["a list between two rules", "---\n- The sea\n- The shore\n---\nText"],
  ["a rule without another", "---\ntitle: The sea\n"],
])("%s is text", (_, text) => {
  expect(frontMatterOf(text)).toBeUndefined();
  expect(withoutFrontMatter(text)).toBe(text);
});

test("without it every line keeps its number", () => {
  expect(withoutFrontMatter("---\na: b\n---\nText\n")).toBe("\n\n\nText\n");
});

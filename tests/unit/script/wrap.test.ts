/** Lines of typescript, by their letters. */
import type { ElementContent } from "hast";
import { expect, test } from "vitest";
import { divide, textOf, wrap } from "../../../src/script/wrap.js";

const text = (value: string): ElementContent => ({ type: "text", value });
const em = (...children: ElementContent[]): ElementContent => ({
  type: "element",
  tagName: "em",
  properties: {},
  children,
});
const br: ElementContent = { type: "element", tagName: "br", properties: {}, children: [] };
const linesOf = (nodes: ElementContent[], width: number) => wrap(nodes, width).map((line) => line.text);

test.each([
  ["words with spaces between", "one two three", 7, ["one two", "three"]],
  ["spaces within a line", "one  two   three", 8, ["one  two", "three"]],
  ["a hyphen between letters ends a line", "a well-known bell", 7, ["a well-", "known", "bell"]],
  ["dashes do not stand alone", "wait -- no", 7, ["wait --", "no"]],
  ["a mark that French sets apart", "Il bluffe ! Non", 10, ["Il", "bluffe !", "Non"]],
  ["its quotes", "Dit « oui » ?", 9, ["Dit", "« oui » ?"]],
  ["a space that is not to be broken", "le 3\u00A0mai", 5, ["le", "3\u00A0mai"]],
  ["a word that is too long", "abcdefghij k", 4, ["abcd", "efgh", "ij k"]],
  [
    "letters with marks of their own",
    "e\u0301te\u0301 e\u0301te\u0301",
    4,
    ["e\u0301te\u0301", "e\u0301te\u0301"],
  ],
  ["letters of the East are two wide", "水位上がる", 4, ["水位", "上が", "る"]],
  ["nothing", "", 4, [""]],
])("%s", (_, value, width, lines) => {
  expect(linesOf([text(value)], width)).toEqual(lines);
});

test("lines of the writer's stay, and emphasis goes over lines", () => {
  const lines = wrap([text("one "), em(text("two three")), br, text("four")], 7);
  expect(lines.map((line) => line.text)).toEqual(["one two", "three", "four"]);
  expect(lines[1]!.children).toEqual([em(text("three"))]);
});

test("a paragraph is divided anywhere, and every letter but the space between is on one side", () => {
  const nodes = [text("One. "), em(text("Two. Three.")), br, text("Four.")];
  const whole = textOf(nodes);
  for (const at of [4, 9, 16]) {
    const [before, after] = divide(nodes, at);
    expect(textOf(before)).toBe(whole.slice(0, at));
    expect(textOf(after)).toBe(whole.slice(at).trimStart());
  }
});

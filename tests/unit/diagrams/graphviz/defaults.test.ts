/** A graph is given a font behind the brace that opens it, and keeps its lines. */
import { expect, it } from "vitest";
import { withDefaults } from "../../../../src/diagrams/graphviz/defaults.js";

it.each([
  ["digraph {\n a -> b\n}", "digraph {"],
  ['// a { brace\n/* and { another */\ngraph "of { rivers" {\n a\n}', 'graph "of { rivers" {'],
  ['# 1 "{"\nstrict digraph G\n{ a }', "strict digraph G\n{"],
])("%j", (text, head) => {
  const given = withDefaults(text);
  expect(given).toContain(`${head} graph [fontname=`);
  expect(given.split("\n")).toHaveLength(text.split("\n").length);
  expect(given.replace(/ graph \[fontname.*?edge \[[^\]]*\];/, "")).toBe(text);
});

it("leaves alone what has no brace", () => {
  expect(withDefaults("digraph")).toBe("digraph");
});

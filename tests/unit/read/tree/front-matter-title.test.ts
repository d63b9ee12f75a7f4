/** Front matter is no part of a text; its title is the heading where there is none. */
import { expect, test } from "vitest";
import { plainText } from "../../../../src/compose/tree.js";
import type { Diagnostic } from "../../../../src/diagnostics/diagnostic.js";
import { parseMarkdown } from "../../../../src/read/markdown/parse.js";

function parse(text: string) {
  const diagnostics: Diagnostic[] = [];
  const { tree } = parseMarkdown("a.md", text, (each) => void diagnostics.push(each));
  const elements = tree.children.flatMap((node) => (node.type === "element" ? [node] : []));
  const shown = elements.map((node) => `${node.tagName}:${node.position?.start.line}:${plainText(node)}`);
  return { shown, diagnostics };
}

test.each([
  ["---\nid: 1\ntitle: The sea\n---\n\nWater.\n\n## Waves\n", ["h1:3:The sea", "p:6:Water.", "h2:8:Waves"]],
  ["---\ntitle: The sea\n---\n# Waves\n\nWater.\n", ["h1:4:Waves", "p:6:Water."]],
  [
    "---\ntitle: The Sea\n---\n\n### The *sea*\n\nWater.\n\n#### Waves\n",
    ["h1:5:The sea", "p:7:Water.", "h4:9:Waves"],
  ],
  ["---\ntitle: The sea\n---\nWater.\n\n## The sea\n", ["h1:2:The sea", "p:4:Water.", "h2:6:The sea"]],
  ["---\ntags: [a]\n---\nWater.\n", ["p:4:Water."]],
  ["---\n\nWater is wet.\n\n---\n", ["hr:1:", "p:3:Water is wet.", "hr:5:"]],
])("%j", (text, shown) => {
  expect(parse(text).shown).toEqual(shown);
});

test("places after it stay those of the file, also in windows' lines", () => {
  const { diagnostics } = parse("---\r\ntitle: The sea\r\n---\r\n\r\nA <blorp>wave</blorp>.\r\n");
  expect(diagnostics[0]?.location).toEqual({ file: "a.md", line: 5, column: 3 });
});

/** Texts that are nested without end: every stage has an answer, and no text of them is lost. */
import type { Nodes } from "hast";
import { expect, test } from "vitest";
import { depthOf, parsed, textOf } from "./parsed.js";

/** Elements that a text of Markdown, HTML, code and formulas may have inside of each other, all in all. */
const DEEPEST = 450;

const nest = (open: string, close: string, count: number) =>
  `${open.repeat(count)}core${close.repeat(count)}`;

test.each<[string, string]>([
  ["quotes", nest("> ", "", 3000)],
  ["quotes and lists", nest("> - ", "", 1500)],
  ["lists in lists", Array.from({ length: 400 }, (_, level) => `${"  ".repeat(level)}- core`).join("\n")],
  ["divs", `${"::: a\n".repeat(3000)}core\n${":::\n".repeat(3000)}`],
  ["emphasis", nest("*_", "_*", 3000)],
  ["brackets", nest("[", "](u)", 3000)],
  ["images", nest("![", "](u)", 3000)],
  ["spans", nest("[", "]{.a}", 3000)],
  ["notes in a line", nest("^[", "]", 3000)],
  ["elements", nest("<div>", "</div>", 3000)],
  ["elements in a line", `x ${nest("<b>", "</b>", 3000)}`],
  ["elements that nobody closes", nest("<span>", "", 3000)],
  ["drawings", nest("<svg><g>", "</g></svg>", 1500)],
  ["tables", nest("<table><tr><td>", "</td></tr></table>", 1000)],
  ["braces of a formula", `$$\n${nest("{", "}", 5000)}\n$$`],
  ["roots without braces", `$$\n${nest("\\sqrt", "", 3000)}\n$$`],
  ["fractions", `$${nest("\\frac{", "}{a}", 300)}$`],
  ["pieces of JavaScript", `\`\`\`js\n${nest("`${", "", 1000)}\n\`\`\``],
  ["braces of code", `\`\`\`c\n${nest("{", "}", 5000)}\n\`\`\``],
  ["tags of code", `\`\`\`html\n${nest("<a>", "", 5000)}\n\`\`\``],
  ["languages in languages", `\`\`\`html\n${nest("<script>`${html`", "", 500)}\n\`\`\``],
])("%s", (_, markdown) => {
  const { tree, notes } = parsed(markdown);
  const trees: Nodes[] = [tree, ...[...notes.values()].map((note) => ({ ...note, type: "root" as const }))];
  expect(Math.max(...trees.map(depthOf))).toBeLessThan(DEEPEST);
  expect(trees.map(textOf).join("")).toContain("core");
});

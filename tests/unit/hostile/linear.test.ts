/**
 * Long texts of one thing again and again: each once took the square of its length, and minutes. Nothing is timed:
 * what takes its square again does not end before the test does.
 */
import { describe, expect, test } from "vitest";
import { nearest } from "../../../src/diagnostics/nearest.js";
import { visitNodes } from "../../../src/hast/visit.js";
import { parsed } from "./parsed.js";

const SIZE = 200_000;
const times = (unit: string, size = SIZE) => unit.repeat(Math.floor(size / unit.length));

describe("a long text is parsed in one go:", () => {
  test.each([
    ["letters of C on one line", `\`\`\`c\n${times("a")}\n\`\`\``],
    ["quotes of C#", `\`\`\`csharp\n${times('"')}\n\`\`\``],
    ["words of Java on many lines", `\`\`\`java\n${times("a a a\n")}\`\`\``],
    ["lines of nothing in Nix", `\`\`\`nix\n${times("\n")}\`\`\``],
    ["many blocks of code that cost much", times(`\`\`\`c\n${"a".repeat(7000)}\n\`\`\`\n\n`, 400_000)],
    ["braces of formulas", times(`$${"{".repeat(900)}x${"}".repeat(900)}$\n\n`)],
    ["titles of drawings", times("x <svg><title>", 60_000)],
    ["titles without drawings", times("x <title>", 60_000)],
    ["placeholders that are not closed", times("{{a} ")],
    ["brackets", times("[", 100_000)],
    ["brackets that are closed", times("]", 100_000)],
    ["tags that are not finished", times("<a href='", 100_000)],
    ["colons on one line", times("a: ")],
    ["a paragraph without an end", times("*a _b ", 1_000_000)],
  ])(
    "%s",
    (_, markdown) => {
      expect(parsed(markdown).tree.children.length).toBeGreaterThan(0);
    },
    60_000,
  );
});

/** More tokens or columns than a call takes arguments. */
const LONG_LIST = times("- x\n", 100_000);
const LONG_RULE = times("-", 190_000);

test.each([
  ["a quotation of TeX", `\\begin{quote}\n${LONG_LIST}\\end{quote}\n`],
  ["a column", `:::: columns\n::: column\n${LONG_LIST}:::\n::::\n`],
  ["a table with a row that is too wide", `|a|b|\n|-|-|\n|1|2|3|\n${times("|1|2|\n", 150_000)}`],
  ["a cell", `+${LONG_RULE}+\n|${times(" ", 190_000)}|\n+${LONG_RULE}+\n`],
])(
  "%s may hold more than a call takes arguments",
  (_, markdown) => {
    expect(parsed(markdown).tree.children.length).toBeGreaterThan(0);
  },
  60_000,
);

test("a line that is nearly a list of Leanpub's attributes is told from one in one go", () => {
  const line = `{${times("a:     ,")}!`;
  expect(parsed(line, "leanpub").tree.children.length).toBeGreaterThan(0);
}, 60_000);

test("a paragraph that is too long is told once, at its place, and keeps its words", () => {
  const { diagnostics, tree } = parsed(`First.\n\n${times("word ", 500_000)}\n\nLast.\n`);
  expect(diagnostics).toMatchObject([{ code: "block-too-long", location: { file: "a.md", line: 3 } }]);
  expect(JSON.stringify(tree).match(/word/g)).toHaveLength(100_000);
  expect(tree.children.filter(({ type }) => type === "element").length).toBeGreaterThan(20);
});

test.each([
  ["without a blank", "𝔴".repeat(250_000)],
  ["in an item of a list", `- ${times("word ", 500_000)}`],
  ["in a heading", `# ${times("word ", 500_000)}`],
])("of what is too long %s no letter goes", (_, markdown) => {
  const { diagnostics, tree } = parsed(markdown);
  expect(diagnostics.map(({ code }) => code)).toEqual(["block-too-long"]);
  const letters = (text: string) => text.match(/[wordw𝔴]/gu)?.length;
  const texts: string[] = [];
  visitNodes(tree, (node) => {
    if (node.type === "text") texts.push(node.value);
    return undefined;
  });
  expect(letters(texts.join(""))).toBe(letters(markdown));
  expect(texts.join("")).not.toMatch(/\p{Cs}/u);
});

test("a name is looked for among a hundred thousand others, again and again", () => {
  const others = Array.from({ length: 100_000 }, (_, index) => `name-of-${index}`);
  for (let count = 0; count < 100; count += 1) nearest(`nmae-of-${count}-x`, others);
  expect(nearest("x".repeat(5000), others)).toBeUndefined();
  expect(nearest("nmae-of-7", others)).toBe("name-of-7");
}, 60_000);

/** Redlines: what was put in and what was taken out, each in its place. */
import { toHtml } from "hast-util-to-html";
import { describe, expect, test } from "vitest";
import { parseMarkdown } from "../../../src/read/markdown/parse.js";
import { blocksOfText } from "../../../src/revision/blocks.js";
import { markWords } from "../../../src/revision/mark.js";
import { composeText } from "../compose/compose-text.js";

const read = (text: string) => parseMarkdown("a.md", text, () => undefined);

function marked(was: string, now: string) {
  const text = read(now);
  markWords(text, blocksOfText(read(was)));
  return text.tree;
}

const redline = (was: string, now: string) => toHtml(marked(was, now)).replaceAll(/\n+/g, "\n");
const inside = (name: string, html: string) =>
  [...html.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, "gs"))].map(([, words]) => words);

describe("a redline", () => {
  test("has what is gone in its order", () => {
    const html = redline("Stays.\n\n## Gone\n\nFirst.\n\nSecond.\n\nEnd.\n", "Stays.\n\nEnd.\n");
    expect(inside("del", html)).toEqual(["Gone", "First.", "Second."]);
  });

  test("has an item that is gone among those of its list", () => {
    expect(redline("- one\n- two\n- three\n", "- one\n- three\n")).toMatch(
      /<li>one<\/li>\s*<li class="deleted"><del>two<\/del><\/li><li>three<\/li>/,
    );
    expect(redline("- one\n- two\n\nEnd.\n", "- one\n\nEnd.\n")).toMatch(
      /<li>one<\/li><li class="deleted"><del>two<\/del><\/li>\s*<\/ul>/,
    );
  });

  test("has what a cell said in the cell, whatever it says now", () => {
    const table = (cell: string) => `| A | B |\n|---|---|\n| one | ${cell} |\n| three | four |\n`;
    expect(redline(table("two"), table("2"))).toContain("<td><del>two</del><ins>2</ins></td>");
  });

  test("takes formulas as a whole, and says what they were as it was typed", () => {
    const html = redline(
      "Let $a + b$ be $x_i$.\n\n$$E = m c^2$$\n",
      "Let $a + c$ be $x_i$.\n\n$$E = m c^3$$\n",
    );
    expect(inside("del", html)).toEqual(["$a + b$ ", "$E = m c^2$"]);
    expect(inside("ins", html)[0]).toMatch(/^<math[^>]*alttext="a \+ c".*<\/math>$/);
    expect(html).toMatch(/<math[^>]*class="[^"]*inserted[^"]*"[^>]*>|<math[^>]*inserted/);
    expect(html.match(/<math/g)).toHaveLength(3);
    expect(html).not.toMatch(/<m[a-z]+><(?:ins|del)/);
  });

  test("compares code by its lines", () => {
    const code = (line: string) => `\`\`\`\na = 1\n${line}\nc = 3\n\`\`\`\n`;
    const html = redline(code("b = 2"), code("b = 4"));
    expect([inside("del", html), inside("ins", html)]).toEqual([["b = 2\n"], ["b = 4\n"]]);
  });

  test("keeps the places of new words, which something may be told of", () => {
    const tree = marked("One.\n", "One.\n\nTwo, which is new.\n");
    expect(JSON.stringify(tree)).toMatch(/"value":"Two, which is new\.".*?"line":3/);
  });
});

test("what is struck out may refer to what is gone", () => {
  const { problems, html } = composeText({ sections: { chapter: "# One\n\n<del>See @fig-gone.</del>\n" } });
  expect(problems).toEqual([]);
  expect(html()).toContain("See @fig-gone.");
});

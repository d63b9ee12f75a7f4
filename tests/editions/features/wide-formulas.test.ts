/** Formulas that are wider than a line: broken where TeX would break them, or set smaller, and never cut off. */
import { beforeAll, expect, test } from "vitest";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import type { Pdf } from "../../support/pdf.js";
import { findWords, pageText, publishSmall } from "../../support/small-book.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const sum = (name: string, terms: number) =>
  Array.from({ length: terms }, (_, index) => `${name}_{${index + 10}}`).join(" + ");
const cells = (count: number) => Array.from({ length: count }, (_, index) => `q_{${index + 50}}`).join(" & ");

const rows = Array.from({ length: 60 }, (_, index) => `${index} & \\text{rowword${index}.}`).join(" \\\\ ");

const folders = temporaryFolders();
let pdf: Pdf;
let diagnostics: readonly Diagnostic[];

beforeAll(async () => {
  const book = await publishSmall(folders, {
    description: "theme: technical\nbodymatter: [{ file: a.md }]",
    files: {
      "content/a.md": `# Formulas

Beside words $before = ${sum("u", 12)} = after$ and words.

$$ first = ${sum("v", 20)} \\tag{77} $$

- In a list:

  $$ product = ${"(v+w)".repeat(16)}^{end} $$ {#eq-product}

$$ \\begin{matrix} ${cells(18)} \\\\ ${cells(18)} \\end{matrix} $$

Small $x = y + z$ stays.

Struck $\\xcancel{\\text{crossword}} \\sout{\\text{lineword}} \\bcancel{\\text{backword}} \\phantom{\\text{ghostword}}$.

$$\\begin{align} a &= \\text{alignedword} \\\\ c &= \\longdiv{d} \\end{align}$$

| head |
|---|
| $\\sout{\\text{cellword}} \\phantom{b}$ |

$$ \\begin{array}{rl} ${rows} \\end{array} $$ {#eq-tall}

$$ h = \\begin{cases} 1 & \\text{where the hyphen of well-hyphenword ends no line} \\\\ 2 & \\text{else-elseword} \\end{cases} $$

| a | b |
|---|---|
| $\\text{half-halfword}$ | ${"`codeword` ".repeat(12)} |

$$\\begin{CD} A @>{\\text{arrowword}}>> B \\\\ @VVV @AAA \\\\ C @= D \\end{CD}$$
`,
    },
  });
  [pdf, diagnostics] = [await book.pdf(), await book.diagnostics];
});

test("no letter sticks out of the type area, and of the ebook nothing is told but the table", () => {
  expect(diagnostics.map(({ code, location }) => [code, location?.line])).toEqual([
    ["epub-formula-wide", 11],
  ]);
});

test("one that is taller than a page is divided between its rows, in columns that stay", () => {
  const found = Array.from({ length: 60 }, (_, index) => findWords(pdf, `rowword${index}.`));
  const pages = found.map(({ page }) => pdf.pages.indexOf(page));
  expect(pages).toEqual(pages.toSorted((one, other) => one - other));
  expect(new Set(pages).size).toBeGreaterThan(1);
  // Left and right pages have their margins on other sides.
  const sides = new Set(pages.map((index) => index % 2));
  const places = new Set(found.map(({ left, page }) => `${page.index % 2}: ${Math.round(left)}`));
  expect(places.size).toBe(sides.size);
});

test("one in a line of text is broken behind its operators", () => {
  const text = pdf.pages.map(pageText).join("\n");
  const lines = text.split("\n").map((line) => line.replace(/[\u200B\s]+/g, ""));
  const broken = lines.filter((line) => /[+=]$/.test(line));
  expect(broken.length).toBeGreaterThanOrEqual(3);
});

test("one that is struck out, numbered by lines, a diagram, or only room, is read like any other", () => {
  const text = pdf.pages.map(pageText).join("\n");
  for (const word of ["cross", "line", "back", "aligned", "cell", "arrow"])
    expect(text).toContain(`${word}word`);
});

test("no word of one is broken at its hyphen: what would be its second line is shown by no browser", () => {
  const text = pdf.pages.map(pageText).join("\n");
  for (const word of ["well-hyphenword", "else-elseword", "half-halfword"]) expect(text).toContain(word);
});

test("its number stays at the edge, and that of TeX too", () => {
  for (const number of ["(77)", "(1.1)"]) {
    const { page, right } = findWords(pdf, number);
    expect(right).toBeGreaterThan(page.width * 0.8);
  }
});

test("a table of formulas is set smaller", () => {
  const { size } = findWords(pdf, "Small");
  const letters = pdf.pages.flatMap(({ texts }) => texts.filter(({ text }) => text.includes("𝑞")));
  expect(Math.max(...letters.map((letter) => letter.size))).toBeLessThan(size);
});

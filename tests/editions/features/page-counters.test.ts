/** Page numbers as authors' margin boxes write them. */
import { beforeAll, expect, test } from "vitest";
import type { Pdf } from "../../support/pdf.js";
import { marginsOf, plain, publishSmall, type SmallEditions } from "../../support/small-book.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();
let book: SmallEditions;
let pdf: Pdf;

beforeAll(async () => {
  book = await publishSmall(folders, {
    description: `theme: novel
frontmatter: [{ file: before.md, role: preface }]
bodymatter: [{ file: one.md }]
editions:
  print: { format: pdf, trim: a6 }`,
    files: {
      "styles/print.css": `@page text {
  @bottom-center { content: "Page " counter(page) " of " counter(pages) }
  @top-left-corner { content: counter(page, upper-alpha) }
  @top-right-corner { content: counter(page, decimal) }
  @bottom-right { content: counter(page, arabic-indic) " كتاب" }
}
@page text:first { @bottom-center { content: "Page " counter(page) " of " counter(pages) } }
@page :left { @bottom-left-corner { content: counter(pages, lower-roman) } }
@page :right { @bottom-right-corner { content: counter(page, decimal-leading-zero) } }
@page plate { @bottom-center { content: "Plate, " counter(pages) " pages" } }
.plate { page: plate }
.next { break-before: page }
`,
      "content/before.md": "# Before\n\nWords.\n\n::: next\nMore.\n:::\n",
      "content/one.md": "# One\n\nWords.\n\n::: next\nMore.\n:::\n\n::: plate\nA plate.\n:::\n",
    },
  });
  pdf = await book.pdf();
});

const shown = (index: number): string => marginsOf(pdf.pages[index]!).join(" | ");

test("nothing is to be said of them", () => {
  expect(book.diagnostics).toEqual([]);
  expect(pdf.pages).toHaveLength(5);
});

test("all pages of the book are counted, and front matter keeps its own numbers", () => {
  expect(shown(0)).toContain("Page i of 5");
  expect(shown(2)).toContain("Page 1 of 5");
  expect(shown(3)).toContain("Page 2 of 5");
});

test("a counter style that is named holds in any box, on left and right pages", () => {
  for (const [index, texts] of [
    [0, ["A", "1", "01"]],
    [1, ["B", "2", "v"]],
    [2, ["A", "1", "01"]],
  ] as const) {
    const boxes = marginsOf(pdf.pages[index]!).map(plain);
    expect(boxes).toEqual(expect.arrayContaining([...texts]));
  }
});

test("a named page has words of its own around them", () => {
  expect(shown(4)).toContain("Plate, 5 pages");
});

test("words and digits of another script are there", () => {
  expect(shown(0)).toMatch(/١/);
});

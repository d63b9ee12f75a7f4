/** Layouts by one word: pages on their side, columns, pages without running heads, pictures to the edges. */
import { beforeAll, describe, expect, test } from "vitest";
import { type PaintedBox, paintedOn } from "../../support/painted.js";
import type { Pdf, PdfPage } from "../../support/pdf.js";
import { filler, findWords, publishSmall, type SmallEditions } from "../../support/small-book.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const DOT = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC",
  "base64",
);
/** Points: a hair that a printer cuts off. */
const HAIR = 1;

const folders = temporaryFolders();
let book: SmallEditions;
let pdf: Pdf;

beforeAll(async () => {
  book = await publishSmall(folders, {
    description: `theme: scholarly
chapter-start: next
heading-numbers: 1
bodymatter: [{ file: a.md }, { file: b.md }, { file: c.md }, { file: d.md }, { file: e.md }]
editions: { print: { format: pdf, trim: a5 } }`,
    files: {
      "content/a.md": "# Upright\n\nBefore it.\n\n::: landscape\nOn its side.\n:::\n\nAfter it.\n",
      "content/b.md": `# Columns {.two-columns}\n\n${filler(70)}\n\n## Second column\n\nBelow the heading. ${filler(60)}\n`,
      "content/c.md": `# Quiet {.no-running-head}\n\n${filler(500)}\n`,
      "content/d.md": `# Opened\n\n![](dot.png){.opening alt="A dot"}\n\nBelow the picture.\n\n![](dot.png){.full-bleed alt="A dot"}\n\nAfter the picture. ${filler(500)}\n`,
      "content/e.md":
        "# Bread\n\n::: recipe\n## Loaf\n\n::: ingredients\n- flour\n- water\n- leaven\n- honey\n:::\n\n1. Bake it.\n:::\n",
      "content/dot.png": DOT,
    },
  });
  pdf = await book.pdf();
});

const pageOf = (words: string): PdfPage => findWords(pdf, words).page;
const marginsOf = ({ texts }: PdfPage) => texts.filter(({ tagged }) => !tagged);
const pictureOn = async ({ index }: PdfPage): Promise<PaintedBox> =>
  (await paintedOn(await book.bytesOf("print"), index)).find(({ what }) => what === "picture")!.box;

test("nothing is to be said of it but that the pictures are small", () => {
  expect(book.diagnostics.filter(({ code }) => code !== "low-resolution")).toEqual([]);
});

test("a landscape page stands on its side among upright ones", () => {
  const [before, on, after] = ["Before it", "On its side", "After it"].map(pageOf);
  expect([on!.width, on!.height].map(Math.round)).toEqual([before!.height, before!.width].map(Math.round));
  expect([before!.index, after!.index]).toEqual([on!.index - 1, on!.index + 1]);
  expect(after!.width).toBe(before!.width);
});

describe("two columns", () => {
  test("stand beside each other, below the title", () => {
    const [title, heading] = ["Columns", "Second column"].map((words) => findWords(pdf, words));
    expect(heading!.left).toBeGreaterThan(title!.page.width / 2 - 40);
    expect(heading!.baseline).toBeGreaterThan(title!.baseline);
  });

  test("keep a heading with its text", () => {
    const [heading, text] = ["Second column", "Below the heading"].map((words) => findWords(pdf, words));
    expect(text!.left).toBeCloseTo(heading!.left, 0);
    expect(text!.baseline).toBeGreaterThan(heading!.baseline);
  });
});

test("what a recipe takes stands in two columns of one height, on a page that is planned", () => {
  const [first, third] = ["flour", "leaven"].map((words) => findWords(pdf, words));
  expect(third!.baseline).toBeCloseTo(first!.baseline, 0);
  expect(third!.left).toBeGreaterThan(first!.left + 50);
});

test("a section without running heads has none on any of its pages, and the next one has", () => {
  const [first, next] = [pageOf("Quiet").index, pageOf("Opened").index];
  expect(next - first).toBeGreaterThan(1);
  for (const page of pdf.pages.slice(first, next)) expect(marginsOf(page)).toEqual([]);
  expect(marginsOf(pageOf("After the picture"))).not.toEqual([]);
});

describe("a picture", () => {
  test("that opens a chapter goes from edge to edge at the head of its page, above the title", async () => {
    const page = pageOf("Opened");
    const [left, bottom, right, top] = await pictureOn(page);
    expect([left, -right + page.width, -top + page.height].every((white) => white < HAIR)).toBe(true);
    expect(page.height - bottom).toBeLessThan(findWords(pdf, "Opened").baseline);
    expect(bottom).toBeGreaterThan(page.height * 0.4);
  });

  test("of a full page goes to all four edges, between the pages that it is written between", async () => {
    const page = pdf.pages[pageOf("Below the picture").index + 1]!;
    const [left, bottom, right, top] = await pictureOn(page);
    expect([left, bottom, -right + page.width, -top + page.height].every((white) => white < HAIR)).toBe(true);
    expect(page.texts).toEqual([]);
    expect(pageOf("After the picture").index).toBe(page.index + 1);
  });
});

/** Boxes, listings and tables over pages: each part is whole to look at. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Pdf } from "../../support/pdf.js";
import { filler, pageText, plain, publishSmall } from "../../support/small-book.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();
let boxes: Pdf;
let tables: Pdf;

const LINES = Array.from({ length: 90 }, (_, at) => `code${at}x();`).join("\n");
const PARAGRAPHS = Array.from({ length: 16 }, (_, at) => `> Box${at}x ${filler(30)}`).join("\n>\n");

const PLAIN = Array.from({ length: 60 }, (_, at) => `Plain${at}x ${filler(6)}`).join("\n\n");

/** Tables of many lengths, one of which would leave a row alone. */
const TABLES = Array.from({ length: 9 }, (_, at) => {
  const rows = Array.from({ length: 24 + at }, (_, row) => `| t${at}r${row}x | cell |`).join("\n");
  return `# Table ${at}\n\n| Head | Other |\n|---|---|\n${rows}`;
}).join("\n\n");

beforeAll(async () => {
  const description = (theme: string) =>
    `theme: ${theme}\nbodymatter: [{ file: one.md }]\neditions: { print: { format: pdf, trim: a6 } }`;
  const book = await publishSmall(folders, {
    description: description("magazine"),
    files: {
      "content/one.md": `# One\n\n${filler(40)}\n\n\`\`\`js\n${LINES}\n\`\`\`\n\n> [!NOTE]\n${PARAGRAPHS}\n\n${PLAIN}\n`,
    },
  });
  const other = await publishSmall(folders, {
    description: description("technical"),
    files: { "content/one.md": TABLES },
  });
  [boxes, tables] = [await book.pdf(), await other.pdf()];
  expect([...book.diagnostics, ...other.diagnostics]).toEqual([]);
});

describe("what goes on on the next page", () => {
  /** The first line of each page that begins with what is asked for. */
  const topsOf = (words: RegExp): number[] =>
    boxes.pages.flatMap(({ texts }) => {
      const lines = texts.filter(({ text }) => text.trim() !== "");
      const top = Math.min(...lines.map(({ baseline }) => baseline));
      const first = lines.find(({ baseline }) => baseline === top);
      return first && words.test(first.text) ? [top] : [];
    });

  test("has the edge of its box above it, a listing and a note", () => {
    const [text] = topsOf(/^Plain\d/);
    const [code, note] = [topsOf(/^code\d+x/), topsOf(/^Box\d+x/)];
    expect(code.length).toBeGreaterThan(1);
    expect(note.length).toBeGreaterThan(1);
    // Their lines are lower than those of the text: without the edge they would stand above where it stands.
    for (const top of [...code, ...note]) expect(top).toBeGreaterThan(text! + 1);
    for (const top of code) expect(top).toBeCloseTo(code[0]!, 1);
  });

  test("has two rows of a table at least", () => {
    const counts = tables.pages.flatMap((page) => {
      const rows = plain(pageText(page)).match(/t\d+r\d+x/g);
      return rows ? [rows.length] : [];
    });
    expect(counts.length).toBeGreaterThan(12);
    expect(Math.min(...counts)).toBeGreaterThan(1);
  });
});

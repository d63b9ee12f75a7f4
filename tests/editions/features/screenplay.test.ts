/** Scripts as the industry has them on pages, with every word, and as an ebook. */
import { beforeAll, describe, expect, test } from "vitest";
import { epubcheck } from "../../../src/formats/epub/check/epub.js";
import type { Pdf } from "../../support/pdf.js";
import { findWords, pageText, plain, publishSmall, type SmallEditions } from "../../support/small-book.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();
const INCH = 72;
let book: SmallEditions;
let pdf: Pdf;

const SPEECH = Array.from({ length: 30 }, (_, index) => `It rang ${index + 1} times and I was afraid.`).join(
  " ",
);
const ACTION = Array.from({ length: 44 }, (_, index) => `Rope ${index + 1}.`).join("\n");
const SCRIPT = `Title: Low Water
Author: Ada Roe
Contact: ada@example.org

INT. MILL - DAY #12A#

${ACTION}

MÁRA (V.O.)
(low)
${SPEECH}

JO
Yes.

MÁRA ^
No.

> Over and out.

EXT. FERRY - NIGHT #13#

The ferry waits. /* for whom? */
`;

beforeAll(async () => {
  book = await publishSmall(folders, {
    title: "Low Water",
    description: `bodymatter: [a.fountain]
editions:
  print: { format: pdf }
  shooting: { format: pdf, trim: a4, script: { continued: scenes, scene-numbers: left, lists: [scenes, cast] } }
  novel: { format: pdf, theme: novel, trim: a5 }
  ebook: { format: epub, script: { lists: [scenes] } }
`,
    files: { "content/a.fountain": SCRIPT },
  });
  pdf = await book.pdf();
});

/** Inches from the left edge of the paper. */
const leftOf = (words: string) => Math.round((findWords(pdf, words).left / INCH) * 100) / 100;

describe("a script in print", () => {
  test("is published without a word of ours", () => {
    expect(book.diagnostics).toEqual([]);
  });

  test("has everything where the industry has it, on US Letter", () => {
    expect([pdf.pages[0]!.width, pdf.pages[0]!.height]).toEqual([8.5 * INCH, 11 * INCH]);
    expect(leftOf("INT. MILL")).toBe(1.5);
    expect(leftOf("MÁRA (V.O.)")).toBe(3.7);
    expect(leftOf("(low)")).toBe(3.1);
    expect(leftOf("It rang 1 times")).toBe(2.5);
  });

  test("has a title page that is not counted, and numbers from the second page of the script on", () => {
    expect(pdf.pages.map(({ label }) => label)).toEqual(["i", "1", "2", "3"].slice(0, pdf.pages.length));
    expect(pageText(pdf.pages[0]!)).toContain("ada@example.org");
    expect(pageText(pdf.pages[1]!)).not.toMatch(/^1\.$/m);
    expect(pageText(pdf.pages[2]!)).toMatch(/2\./);
  });

  test("says what goes over a page, and the numbers of scenes in both margins", () => {
    expect(plain(pageText(pdf.pages[1]!))).toMatch(/\(MORE\)/);
    expect(plain(pageText(pdf.pages[2]!))).toMatch(/MÁRA \(V\.O\.\) \(CONT'D\)/);
    expect(plain(pageText(pdf.pages[1]!)).match(/12A/g)).toHaveLength(2);
  });

  test("shows on no page the accent of a capital that the next one begins with", () => {
    expect(plain(pageText(pdf.pages[1]!)).match(/Á/g)).toHaveLength(1);
  });

  test("has its scenes as bookmarks", () => {
    const [script] = pdf.outline.filter(({ children }) => children.length > 0);
    expect(script!.children.map(({ title }) => plain(title))).toEqual([
      "12A INT. MILL - DAY",
      "13 EXT. FERRY - NIGHT",
    ]);
  });

  test("says on request that scenes go on", async () => {
    const shooting = await book.pdf("shooting");
    expect(plain(pageText(shooting.pages[1]!))).toContain("(CONTINUED)");
    expect(plain(pageText(shooting.pages[2]!))).toMatch(/12A ?CONTINUED:/);
  });
});

test("has lists behind it on request, with the pages and the eighths of scenes, or the eighths alone", async () => {
  const [scenes, cast] = (await book.pdf("shooting")).pages.slice(-2).map((page) => plain(pageText(page)));
  expect(scenes).toMatch(/12A\s+INT\. MILL - DAY\s+1\s+\d \d\/8\s+13\s+EXT\. FERRY - NIGHT\s+\d\s+1\/8/);
  expect(cast).toMatch(/INT\. MILL - DAY\s+MÁRA, JO/);
  const { texts } = await book.epub();
  expect(texts.map(plain).filter((text) => /EXT\. FERRY - NIGHT\s*1\/8/.test(text))).toHaveLength(1);
});

describe.each(["print", "shooting", "novel"])("the edition %s", (edition) => {
  test("has every word once, and none that is taken out", async () => {
    const text = plain((await book.pdf(edition)).pages.map(pageText).join(" "));
    for (let index = 1; index <= 44; index += 1) expect(text.split(`Rope ${index}.`)).toHaveLength(2);
    for (let index = 1; index <= 30; index += 1)
      expect(text.split(new RegExp(`(?<!\\d)${index}\\s+times`))).toHaveLength(2);
    expect(text).not.toContain("whom");
  });
});

test("the ebook has the same words, flowing, and is sound", async () => {
  expect(await epubcheck(await book.bytesOf("ebook"))).toEqual([]);
  const { texts } = await book.epub();
  expect(texts.join(" ")).toContain("EXT. FERRY - NIGHT");
  expect(texts.join(" ")).not.toContain("(MORE)");
});

/** Notes: at the foot of their page, several and long ones; or after each chapter, or at the end of the book. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Epub } from "../../support/epub.js";
import type { Pdf } from "../../support/pdf.js";
import { documentOf, filler, findWords, pageText, plain, publishSmall } from "../../support/small-book.js";
import { temporaryFolders } from "../../support/temporary-folders.js";
import { texts } from "../../support/xml.js";

const folders = temporaryFolders();
let foot: Pdf;
let chapterEnd: Pdf;
let epub: Epub;

/** Items of a list in a note, of one, two and three lines. */
const RUNGS = Array.from(
  { length: 90 },
  (_, at) => `    ${at + 1}. Rung${at + 1}x ${filler(4 + 9 * (at % 3))}`,
).join("\n");

beforeAll(async () => {
  const book = await publishSmall(folders, {
    description: `
theme: technical
bodymatter: [{ file: one.md }, { file: two.md }, { file: three.md }]
editions:
  print: { format: pdf, trim: a6 }
  ends: { format: pdf, trim: a6, notes: chapter-endnotes }
  ebook: { format: epub, notes: book-endnotes, page-source: none, backmatter: [{ role: endnotes }] }
`,
    files: {
      "content/one.md": `# One

Alpha[^a] and beta[^b] and gamma.^[Inline third.] ${filler(60)}

Delta[^long] ${filler(90)}

[^a]: First note.
[^b]: Second note.
[^long]: Longbegin ${filler(400)}

    Its second paragraph. ${filler(60)} Longend.
`,
      "content/two.md": `# Two\n\nOmega.[^a]\n\n[^a]: Of the second chapter.\n`,
      "content/three.md": `# Three\n\nRungs.[^rungs]\n\n[^rungs]: The rungs:\n\n${RUNGS}\n`,
    },
  });
  [foot, chapterEnd, epub] = [await book.pdf(), await book.pdf("ends"), await book.epub()];
});

describe("footnotes", () => {
  test("stand at the foot of the page of their reference, several of them in their order", () => {
    const places = ["First note.", "Second note.", "Inline third."].map((words) => findWords(foot, words));
    for (const place of places) expect(place.page.index).toBe(findWords(foot, "Alpha").page.index);
    expect(places.map(({ baseline }) => baseline)).toEqual(
      places.map(({ baseline }) => baseline).toSorted((a, b) => a - b),
    );
    expect(places[0]!.baseline).toBeGreaterThan(places[0]!.page.height / 2);
    expect(places[0]!.size).toBeLessThan(findWords(foot, "Alpha").size);
  });

  test("go on on the next page when they are long, with every word and all their paragraphs", () => {
    const begin = findWords(foot, "Longbegin").page.index;
    const end = findWords(foot, "Longend.").page.index;
    expect(begin).toBe(findWords(foot, "Delta").page.index);
    expect(end).toBeGreaterThan(begin);
    expect(findWords(foot, "Its second paragraph.").page.index).toBeLessThanOrEqual(end);
  });

  test("keep the number of each item, be it the first on its page", () => {
    const printed = foot.pages.map((page) => plain(pageText(page))).join(" ");
    for (let rung = 1; rung <= 90; rung += 1)
      expect(printed).toMatch(new RegExp(`\\b${rung}\\. ?Rung${rung}x`));
  });

  test("begin beside their number when they go on overleaf", () => {
    const number = findWords(foot, "The rungs:");
    expect(number.left).toBeLessThan(number.page.width / 3);
  });

  test("are numbered by chapter", () => {
    expect(plain(pageText(findWords(foot, "Of the second chapter.").page))).toMatch(
      /Omega\. ?1 .*1 ?Of the second/,
    );
  });
});

describe("endnotes", () => {
  test("stand after the text of their chapter when the edition asks for it", () => {
    const note = findWords(chapterEnd, "First note.");
    expect(note.page.index).toBeGreaterThanOrEqual(findWords(chapterEnd, "Delta").page.index);
    expect(note.page.index).toBeLessThan(findWords(chapterEnd, "Omega").page.index);
    expect(findWords(chapterEnd, "Of the second chapter.").page.index).toBeGreaterThan(note.page.index);
  });

  test("stand in a section of their own by chapter, and lead back, in an ebook that asks for it", () => {
    const notes = documentOf(epub, "endnotes");
    expect(plain(texts(notes, "//h:body")[0]!)).toMatch(
      /One.*First note\..*Longend\..*Two.*Of the second chapter\./,
    );
    expect(
      texts(notes, "//h:a[@role='doc-backlink']/@href").every((href) =>
        /^(?:one|two|three)\.xhtml#/.test(href),
      ),
    ).toBe(true);
    expect(texts(documentOf(epub, "one"), "//h:a[@role='doc-noteref']/@href")).toHaveLength(4);
  });
});

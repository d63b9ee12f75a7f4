/** Parts, generated pages, folios, recto starts, running heads, labels: what makes a book of chapters. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Epub } from "../../support/epub.js";
import type { Pdf } from "../../support/pdf.js";
import {
  documentOf,
  filler,
  findWords,
  marginsOf,
  pageText,
  plain,
  publishSmall,
} from "../../support/small-book.js";
import { temporaryFolders } from "../../support/temporary-folders.js";
import { texts } from "../../support/xml.js";

const folders = temporaryFolders();
let pdf: Pdf;
let next: Pdf;
let epub: Epub;

beforeAll(async () => {
  const book = await publishSmall(folders, {
    description: `
theme: technical
contributors: [{ name: Ada Example }]
publisher: Example Press
rights: All rights kept
frontmatter: [{ role: halftitlepage }, { role: titlepage }, { role: copyright-page }, { role: dedication, file: d.md }, { role: toc }]
bodymatter:
  - part: Water
    sections: [{ file: one.md }, { file: two.md }]
  - part: Land
    sections: [{ file: three.md }]
backmatter: [{ role: afterword, file: after.md }]
editions:
  print: { format: pdf, trim: a6, identifier: "urn:isbn:978-3-16-148410-0" }
  next: { format: pdf, trim: a6, chapter-start: next }
  ebook: { format: epub, page-source: print }
`,
    files: {
      "content/d.md": "For nobody.\n",
      "content/one.md": `# Weirs\n\n${filler(330)}\n\n## Gates\n\n${filler(330)}\n`,
      "content/two.md": `# Ditches\n\n${filler(20)}\n`,
      "content/three.md": `# Hills\n\n${filler(20)}\n`,
      "content/after.md": `# Afterword\n\n${filler(20)}\n`,
    },
  });
  [pdf, next, epub] = [await book.pdf(), await book.pdf("next"), await book.epub()];
});

const opening = (title: string) =>
  pdf.pages.find(
    (page) =>
      new RegExp(`(?:^|\\n)(?:Chapter \\d\\s)?${title}\\n`).test(pageText(page)) &&
      !pageText(page).includes("Contents"),
  )!;

describe("the front matter", () => {
  test("has half-title, title page, copyright page and dedication, in this order, without folios", () => {
    const [half, , title, copyright, dedication] = pdf.pages;
    expect(plain(pageText(half!))).toBe("A Small Book");
    expect(plain(pageText(title!))).toMatch(/A Small Book.*Ada Example.*Example Press/);
    expect(plain(pageText(copyright!))).toMatch(/All rights kept.*978-3-16-148410-0/);
    expect(plain(pageText(dedication!))).toBe("For nobody.");
    for (const page of [half, title, copyright, dedication]) expect(marginsOf(page!)).toEqual([]);
  });

  test("is numbered in roman figures, the body in arabic ones from 1", () => {
    const labels = pdf.pages.map(({ label }) => label);
    const first = labels.indexOf("1");
    expect(labels.slice(0, 4)).toEqual(["i", "ii", "iii", "iv"]);
    expect(labels.slice(first)).toEqual(labels.slice(first).map((_, index) => String(index + 1)));
    expect(plain(pageText(findWords(pdf, "Contents").page))).toMatch(/ vii$/);
  });
});

describe("the table of contents", () => {
  test("shows parts, chapters and sections with the folios of their pages", () => {
    const page = findWords(pdf, "Contents").page;
    const text = plain(pageText(page)).replace(/[\s.]+/g, " ");
    for (const title of ["Weirs", "Ditches", "Hills", "Afterword"]) {
      expect(text).toContain(`${title} ${opening(title).label}`);
    }
    expect(text).toMatch(/I Water.*Weirs \d+ Gates \d+.*II Land.*Hills/);
    expect(page.links.every(({ place }) => place !== undefined)).toBe(true);
  });
});

describe("chapters", () => {
  test("begin on a right page, after an empty one without folio and head where it needs one", () => {
    for (const title of ["Weirs", "Ditches", "Hills", "Afterword"]) expect(opening(title).index % 2).toBe(0);
    const blank = pdf.pages[opening("Ditches").index + 1]!;
    expect(pageText(blank).trim()).toBe("");
    expect(marginsOf(blank)).toEqual([]);
  });

  test("begin on the next page when the edition asks for it", () => {
    const start = findWords(next, "Ditchesthe tide").page.index;
    expect(pageText(next.pages[start - 1]!).trim()).not.toBe("");
    expect(next.pages.length).toBeLessThan(pdf.pages.length);
  });

  test("have running heads that follow: the chapter on the left, the section on the right, none on their opening", () => {
    const start = opening("Weirs").index;
    expect(marginsOf(pdf.pages[start]!)).toEqual([pdf.pages[start]!.label]);
    expect(marginsOf(pdf.pages[start + 1]!).toSorted()).toEqual([pdf.pages[start + 1]!.label, "Weirs"]);
    const last = pdf.pages
      .slice(start + 2, opening("Ditches").index)
      .filter(({ index }) => index % 2 === 0)
      .at(-1)!;
    expect(marginsOf(last)).toContain("Gates");
  });
});

describe("the ebook", () => {
  test("nests chapters in their parts in its navigation", () => {
    const nav = documentOf(epub, "nav");
    const inPart = (part: string) =>
      texts(nav, `//h:nav[@epub:type='toc']//h:li[h:a[contains(., '${part}')]]/h:ol/h:li/h:a`);
    expect(inPart("Water").map(plain).join(" ")).toMatch(/Weirs.*Ditches/);
    expect(inPart("Land").map(plain).join(" ")).toMatch(/Hills/);
  });

  test("says what each document is, and carries the page numbers of the print edition", () => {
    expect(texts(documentOf(epub, "one"), "//*[@role]/@role")).toContain("doc-chapter");
    const list = texts(documentOf(epub, "nav"), "//h:nav[@epub:type='page-list']//h:a");
    expect(list).toContain(opening("Hills").label);
  });
});

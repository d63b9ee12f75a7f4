/** The torture publication: no word lost, none printed twice, and every page number agrees with the others. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import { blocksOf, letters, missingFrom } from "../../support/lost-text.js";
import { type Pdf, type PdfPage, readPdf } from "../../support/pdf.js";
import { bodyText, lineBelow, linkText, marginTexts } from "../../support/pdf-text.js";
import { publish } from "../../support/publish.js";
import { temporaryFolders } from "../../support/temporary-folders.js";
import { CODE_LINES, LONG_WORD, REFERENCES, ROWS, tortureManuscript } from "./manuscript.js";

const { files, marks } = tortureManuscript();
const chapters = Object.keys(files).filter((name) => name.endsWith(".md"));
const folders = temporaryFolders();
let pdf: Pdf;
let diagnostics: readonly Diagnostic[];
let printed: readonly string[];

beforeAll(async () => {
  const published = await publish(await folders.make(files), { out: await folders.make(), jobs: 2 });
  diagnostics = published.diagnostics;
  pdf = await readPdf(await published.bytesOf("print"));
  printed = pdf.pages.map(bodyText);
}, 600_000);

const plain = (text: string) => text.replace(/\s+/g, " ").trim();

describe("the text", () => {
  test("is published without a diagnostic of lost text or of page references that did not settle", () => {
    const codes = new Set(diagnostics.map(({ code }) => code));
    expect([...codes].filter((code) => code !== "overfull")).toEqual([]);
  });

  test("has each paragraph, note, row, line and item once", () => {
    const found = new Map<string, number>();
    for (const [mark] of letters(printed.join("")).matchAll(/m\d{4}x/g)) {
      found.set(mark, (found.get(mark) ?? 0) + 1);
    }
    // Headings are in the table of contents too.
    const isHeading = (mark: string) => files["references.md"]!.includes(`## Section ${mark} `);
    expect(marks.filter((mark) => found.get(mark) !== (isHeading(mark) ? 2 : 1))).toEqual([]);
  });

  test.each(chapters)("has every word of %s", (name) => {
    const source = files[name]!.replaceAll(/\[\]\(#[^)]*\)\{\.page\}(?:, )?/g, "[^x]");
    const blocks = blocksOf(source).filter((block) => letters(block).length > 1);
    expect(blocks.length).toBeGreaterThan(1);
    expect(missingFrom(printed, blocks)).toEqual([]);
  });

  test("keeps words apart, also where a paragraph goes on on the next page", () => {
    const text = printed.join("\n");
    expect(text.match(/iron\s+lamps\s+sails\s/g)?.length).toBeGreaterThan(100);
    expect(text.match(/.*(?:iron(?=lamps)|lamps(?=sails)|sails(?=[a-z])).*/g) ?? []).toEqual([]);
  });

  test("repeats the head of the long table on every page that it is on, and breaks its forty letters", () => {
    const rowMarks = files["table.md"]!.match(/(?<=^\| \d+ \| )m\d{4}x/gm)!;
    expect(rowMarks).toHaveLength(ROWS);
    const heads = printed.filter((text) => letters(text).includes("No.WordsRest"));
    expect(heads).toHaveLength(printed.filter((text) => rowMarks.some((mark) => text.includes(mark))).length);
    expect(heads.length).toBeGreaterThan(5);
    expect(letters(printed.join(""))).toContain(LONG_WORD);
  });

  test("keeps every line of the long listing in its order", () => {
    const calls = [...letters(printed.join("")).matchAll(/",(\d+)\);/g)].map(([, number]) => Number(number));
    expect(calls).toHaveLength(CODE_LINES - Math.ceil((CODE_LINES - 5) / 23));
    expect(calls).toEqual([...calls].sort((a, b) => a - b));
  });

  test("stays inside the page", () => {
    const outside = pdf.pages.flatMap((page) =>
      page.texts.filter(({ left, right, text }) => text.trim() !== "" && (left < 0 || right > page.width)),
    );
    expect(outside.map(({ text }) => text)).toEqual([]);
  });
});

describe("page numbers", () => {
  /** What a page prints as its number. */
  const folioOf = (page: PdfPage) =>
    marginTexts(page)
      .map(({ text }) => text.trim())
      .find((text) => /^(?:\d+|[ivxl]+)$/.test(text));

  /** Links with a number behind the words, and the label of the page that they lead to. */
  const numbered = (pattern: RegExp, pages: readonly PdfPage[]) =>
    pages.flatMap((page) =>
      page.links.flatMap((link) => {
        const [, folio] = pattern.exec(plain(linkText(page, link))) ?? [];
        const target = link.place === undefined ? undefined : pdf.pages[link.place.page];
        return folio === undefined ? [] : [{ folio, link, label: target?.label }];
      }),
    );

  test("are printed as the file labels its pages", () => {
    const folios = pdf.pages.flatMap((page) => {
      const folio = folioOf(page);
      return folio === undefined ? [] : [{ folio, label: page.label }];
    });
    expect(folios.length).toBeGreaterThan(pdf.pages.length * 0.8);
    expect(folios.filter(({ folio, label }) => folio !== label)).toEqual([]);
    expect(new Set(pdf.pages.map(({ label }) => label)).size).toBe(pdf.pages.length);
  });

  test("in the table of contents are those of the pages that it leads to, with the heading on them", () => {
    const first = pdf.pages.findIndex(({ label }) => label === "1");
    const entries = numbered(/(\d+)$/, pdf.pages.slice(0, first));
    const [titles, sections] = [chapters.length, 101];
    expect(entries).toHaveLength(titles + sections);
    expect(entries.filter(({ folio, label }) => folio !== label)).toEqual([]);
    const headings = entries.map(({ link }) => lineBelow(pdf.pages[link.place!.page]!, link.place!.top));
    expect(headings.filter((text) => text.startsWith("Section m"))).toHaveLength(100);
  });

  test("in references by page are those of the pages that they lead to", () => {
    // The number is a link of its own beside "p."; the chapter has no other numbers that are links.
    const first = printed.findIndex((text) => /^Chapter\s+5/.test(text));
    const references = numbered(/^(\d+)$/, pdf.pages.slice(first));
    expect(references).toHaveLength(REFERENCES);
    expect(references.filter(({ folio, label }) => folio !== label)).toEqual([]);
    expect(new Set(references.map(({ label }) => label)).size).toBeGreaterThan(15);
  });
});

import { PDFDocument } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { assemble } from "../../../../../src/formats/pdf/assemble/assemble.js";
import type { DocumentInformation } from "../../../../../src/formats/pdf/assemble/assembly.js";
import { prepareRun } from "../../../../../src/formats/pdf/assemble/prepare-run.js";
import { decodeRun, encodeRun } from "../../../../../src/formats/pdf/assemble/prepared-run.js";
import { readPrintedPdf } from "../../../../../src/formats/pdf/assemble/reader/printed-pdf.js";
import { book, fixture, open, pageOf, printed, SHEET_HEIGHT, slot, textOf } from "./book.js";

describe("the pages of an assembled book", () => {
  it("come in the order of the runs", async () => {
    const { bytes, facts } = await assemble(book());
    const pdf = await open(bytes);
    expect(facts.extent).toBe(5);
    expect(pdf.numPages).toBe(5);
    const texts = await Promise.all([1, 2, 3, 4, 5].map((page) => textOf(pdf, page)));
    expect(texts.map((text) => text.slice(0, 6))).toEqual(["Prefac", "Thanks", "", "UnReto", "Épilog"]);
  });

  it("are labelled as the book counts", async () => {
    const labels = async (...ranges: Parameters<typeof book>[0][]) =>
      (await open((await assemble(book(...ranges))).bytes)).getPageLabels();
    expect(await labels()).toEqual(["i", "ii", "iii", "1", "2"]);
    expect(
      await labels({
        labels: [
          { start: 0, style: "none", prefix: "Cover", first: 1 },
          { start: 1, style: "ROMAN", first: 4 },
          { start: 4, style: "decimal", prefix: "A-", first: 7 },
        ],
      }),
    ).toEqual(["Cover", "IV", "V", "VI", "A-7"]);
    expect(await labels({ labels: [{ start: 2, style: "roman", first: 1 }] })).toEqual([
      "1",
      "2",
      "i",
      "ii",
      "iii",
    ]);
  });

  it("have the boxes that the printer needs", async () => {
    const boxes = {
      crop: { left: 0, top: 0, width: 300, height: 400 },
      bleed: { left: 6, top: 6, width: 288, height: 388 },
      trim: { left: 15, top: 15, width: 270, height: 370 },
    };
    const boxesOf = async (bytes: Uint8Array) => {
      const page = (await PDFDocument.load(bytes, { updateMetadata: false })).getPage(4);
      return [page.getMediaBox(), page.getCropBox(), page.getBleedBox(), page.getTrimBox()];
    };
    const sheet = { x: 0, y: 0, width: 300, height: expect.closeTo(SHEET_HEIGHT, 2) };
    const [media, crop, bleed, trim] = await boxesOf((await assemble(book({ boxes }))).bytes);
    expect(media).toEqual(sheet);
    expect(crop).toMatchObject({
      x: 0,
      y: expect.closeTo(0.08, 3),
      width: 300,
      height: expect.closeTo(400, 3),
    });
    expect(bleed).toMatchObject({ x: 6, y: expect.closeTo(6.08, 3), width: 288 });
    expect(trim).toMatchObject({
      x: 15,
      y: expect.closeTo(15.08, 3),
      width: 270,
      height: expect.closeTo(370, 3),
    });
    expect(await boxesOf((await assemble(book())).bytes)).toEqual([sheet, sheet, sheet, sheet]);
  });
});

describe("the outline", () => {
  it("is nested, leads to its pages and is open where it says so", async () => {
    const chapters = [{ title: "Un", id: "chapter-1", children: [] }];
    const { bytes, unresolved } = await assemble(
      book({
        outline: [
          {
            title: "Préface (à lire)",
            id: "preface",
            children: [{ title: "Thanks", id: "thanks", children: [] }],
          },
          { title: "Body", id: "chapter-1", expanded: true, children: chapters },
        ],
      }),
    );
    const pdf = await open(bytes);
    const outline = (await pdf.getOutline()) ?? [];
    expect(outline.map(({ title, count }) => [title, count])).toEqual([
      ["Préface (à lire)", -1],
      ["Body", 1],
    ]);
    expect(outline[1]?.items.map((item) => item.title)).toEqual(["Un"]);
    expect(await pageOf(pdf, outline[0]?.items[0]?.dest)).toBe(1);
    expect(await pageOf(pdf, outline[1]?.items[0]?.dest)).toBe(3);
    expect(await pdf.getPageMode()).toBe("UseOutlines");
    expect(unresolved).toEqual(["nowhere"]);
  });

  it("is not there, nor asked for, when it has no entries", async () => {
    const pdf = await open((await assemble(book())).bytes);
    expect(await pdf.getOutline()).toBeNull();
    expect(await pdf.getPageMode()).toBe("UseNone");
  });
});

describe("what the file says about itself", () => {
  it("says the same in its information dictionary and in XMP", async () => {
    const pdf = await open((await assemble(book())).bytes);
    const { info, metadata } = await pdf.getMetadata();
    expect(info).toMatchObject({
      Title: "Son & image — été",
      Author: "Ada Lovelace, Émilie du Châtelet",
      Subject: "How a book is made",
      Keywords: "books, typography",
      Creator: "Colophon 0.1.0",
      Producer: "Skia/PDF m156",
      CreationDate: "D:20261122000000Z",
      ModDate: "D:20261122000000Z",
      Language: "en",
      PDFFormatVersion: "1.7",
    });
    expect(Object.fromEntries(metadata)).toMatchObject({
      "dc:title": "Son & image — été",
      "dc:creator": ["Ada Lovelace", "Émilie du Châtelet"],
      "dc:description": "How a book is made",
      "dc:subject": ["books", "typography"],
      "dc:identifier": "urn:isbn:9780000000002",
      "pdf:keywords": "books, typography",
      "pdf:producer": "Skia/PDF m156",
      "xmp:creatortool": "Colophon 0.1.0",
      "xmp:createdate": "2026-11-22T00:00:00Z",
    });
    expect(await pdf.getViewerPreferences()).toEqual({ DisplayDocTitle: true });
  });

  it("dates a book that has only a month or a year to its first day", async () => {
    const dated = async (date: string) => {
      const information: DocumentInformation = { ...book().information, date };
      const { info } = await (await open((await assemble(book({ information }))).bytes)).getMetadata();
      return (info as { CreationDate: string }).CreationDate;
    };
    expect(await dated("2026-11")).toBe("D:20261101000000Z");
    expect(await dated("2026")).toBe("D:20260101000000Z");
  });
});

describe("the bytes of an assembled book", () => {
  const input = () => book({ runs: [printed("front", { slots: [slot()] }), printed("body")] });

  it("are the same for the same input, whenever the runs were printed", async () => {
    const pdf = fixture("front");
    const clock = Buffer.from(pdf.buffer).indexOf("/CreationDate (D:2026");
    expect(clock).toBeGreaterThan(0);
    Buffer.from(pdf.buffer).write("1999", clock + "/CreationDate (D:".length);
    const [front, body] = input().runs;
    const later = book({ runs: [{ ...front!, prepared: prepareRun(readPrintedPdf(pdf)) }, body!] });
    const [first, second] = [await assemble(input()), await assemble(later)];
    expect(Buffer.compare(second.bytes, first.bytes)).toBe(0);
  });

  it("are the same when the runs come from the cache", async () => {
    const runs = input().runs.map((run) => ({ ...run, prepared: decodeRun(encodeRun(run.prepared)) }));
    const [first, second] = [await assemble(input()), await assemble(book({ runs }))];
    expect(Buffer.compare(second.bytes, first.bytes)).toBe(0);
  });

  it("carry an identifier of their content", async () => {
    const idOf = async (changes: Parameters<typeof book>[0]) =>
      (await open((await assemble({ ...input(), ...changes })).bytes)).fingerprints[0];
    const labels = [{ start: 0, style: "decimal", first: 2 }] as const;
    expect(await idOf({})).toBe(await idOf({}));
    expect(await idOf({ labels })).not.toBe(await idOf({}));
  });

  it("hold once what runs have in common", async () => {
    const size = async (copies: number) => {
      const runs = Array.from({ length: copies }, () => printed("body"));
      return (await assemble(book({ runs }))).bytes.length;
    };
    const [one, two] = [await size(1), await size(2)];
    expect(two - one).toBeLessThan(0.2 * one);
  });
});

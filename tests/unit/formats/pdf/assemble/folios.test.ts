import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFRawStream,
} from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { assemble } from "../../../../../src/formats/pdf/assemble/assemble.js";
import { book, folioFonts, open, printed, SHEET_HEIGHT, slot, textOf } from "./book.js";

/** All content streams of a page, as text; page numbers counted from 1. */
async function contentOf(bytes: Uint8Array, page: number): Promise<string> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const contents = pdf.getPage(page - 1).node.Contents();
  const streams = contents instanceof PDFArray ? contents.asArray() : [contents];
  return streams
    .map((stream) => decodePDFRawStream(pdf.context.lookup(stream) as PDFRawStream).decode())
    .map((bytes) => Buffer.from(bytes).toString("latin1"))
    .join("\n");
}

describe("folios", () => {
  it("reads as the folio when the text of the page is extracted", async () => {
    const { bytes } = await assemble(
      book({
        runs: [
          printed("front", { slots: [slot({ text: "iii" }), slot({ page: 1, text: "iv" })] }),
          printed("blank", { slots: [slot({ text: "[27–1]" })] }),
        ],
      }),
    );
    const pdf = await open(bytes);
    expect(await textOf(pdf, 1)).toMatch(/^PrefaceSee chapter one.*daggeriii$/);
    expect(await textOf(pdf, 2)).toBe("ThanksTo all.iv");
    expect(await textOf(pdf, 3)).toBe("[27–1]");
  });

  it("stands at its place, whichever side it is aligned to", async () => {
    const box = { left: 10, top: 20, width: 280, height: 360 };
    const slots = (["left", "center", "right"] as const).map((align) =>
      slot({ align, text: "27", size: 10, baseline: 340 }),
    );
    const runs = [printed("front", { slots })];
    const { bytes } = await assemble(book({ runs, boxes: { trim: box, bleed: box, crop: box } }));
    const { items } = await (await (await open(bytes)).getPage(1)).getTextContent();
    const places = items.flatMap((item) =>
      "str" in item && item.str === "27" ? [item.transform.slice(4)] : [],
    );
    const width = 2 * 5.561;
    expect(places).toEqual(
      [160, 160 - width / 2, 160 - width].map((x) => [
        expect.closeTo(x, 2),
        expect.closeTo(SHEET_HEIGHT - 20 - 340, 2),
      ]),
    );
  });

  it("spreads its letters without leaving the place", async () => {
    const runs = [
      printed("blank", { slots: [slot({ align: "right", text: "27", size: 10, letterSpacing: 3 })] }),
    ];
    const { bytes } = await assemble(book({ runs }));
    expect(await contentOf(bytes, 1)).toContain(`3 Tc ${(150 - 2 * 5.5615 - 3).toFixed(3)} 20.08 Td`);
  });

  it("is an artifact of pagination, at the foot or at the head", async () => {
    const runs = [printed("front", { slots: [slot(), slot({ page: 1, baseline: 30 })] })];
    const { bytes } = await assemble(book({ runs }));
    const wrapped = (subtype: string) =>
      new RegExp(`/Artifact <</Type /Pagination /Subtype /${subtype}>> BDC\\nBT [^]* ET\\nEMC\\n$`);
    expect(await contentOf(bytes, 1)).toMatch(wrapped("Footer"));
    expect(await contentOf(bytes, 2)).toMatch(wrapped("Header"));
  });

  it("needs one small font for the whole book", async () => {
    const slots = [slot({ text: "1" }), slot({ page: 1, text: "2" })];
    const runs = [printed("front", { slots }), printed("body", { slots })];
    const { bytes } = await assemble(book({ runs }));
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    const descriptors = pdf.context
      .enumerateIndirectObjects()
      .map(([, object]) => object)
      .filter((object) => object instanceof PDFDict)
      .filter((dict) => /LiberationSans/.test(String(dict.get(PDFName.of("FontName")))));
    expect(descriptors).toHaveLength(1);
    expect(String(descriptors[0]?.get(PDFName.of("FontName")))).toMatch(/^\/[A-Z]{6}\+LiberationSans$/);
    const file = descriptors[0]?.lookup(PDFName.of("FontFile2")) as PDFRawStream;
    expect(file.contents.length).toBeLessThan(20_000);
    expect(folioFonts.get("sans")?.length).toBeGreaterThan(100_000);
  });

  it("takes a font as an earlier book has made it, whichever script its letters are of", async () => {
    const kept = new Map<string, Buffer>();
    const segments = {
      read: async (name: string) => kept.get(name),
      write: async (name: string, content: Uint8Array) => void kept.set(name, Buffer.from(content)),
    };
    const arabic = createRequire(import.meta.url).resolve(
      "@fontsource/noto-naskh-arabic/files/noto-naskh-arabic-arabic-400-normal.woff",
    );
    const fonts = new Map([...folioFonts, ["naskh", readFileSync(arabic)] as const]);
    const bookOf = (latin: string) => {
      const slots = [slot({ text: latin }), slot({ font: "naskh", text: "صفحة" })];
      return book({ fonts, runs: [printed("blank", { slots })] });
    };
    const same = async (latin: string) => {
      const { bytes } = await assemble(bookOf(latin));
      expect((await assemble({ ...bookOf(latin), segments })).bytes).toEqual(bytes);
      return kept.size;
    };
    const first = await same("12");
    expect(await same("12")).toBe(first);
    // Other numbers with these letters need no other font, and other letters do.
    await same("21");
    await same("13");
  });

  it.each([
    ["a font that is not there", slot({ font: "serif" }), 'The folio font "serif" is not among the fonts'],
    ["a font without its letters", slot({ text: "२७" }), "cannot set the folio"],
    ["a page that its run does not have", slot({ page: 1 }), "Folio iv is on page 1 of a run of 1 pages"],
    ["a WOFF2 file", slot({ font: "web" }), "give its TTF, OTF or WOFF file"],
  ])("refuses %s", async (_, refused, message) => {
    const fonts = new Map([...folioFonts, ["web", Buffer.from("wOF2 and so on")] as const]);
    const runs = [printed("blank", { slots: [refused] })];
    await expect(assemble(book({ runs, fonts }))).rejects.toThrow(message);
  });
});

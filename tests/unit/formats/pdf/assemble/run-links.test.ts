import { PDFDict, PDFDocument, PDFName, type PDFString } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { assemble } from "../../../../../src/formats/pdf/assemble/assemble.js";
import { book, open, pageOf, printed, SHEET_HEIGHT, treeEntries } from "./book.js";

interface Link {
  readonly url?: string;
  readonly dest?: string | unknown[] | null;
}

async function linksOn(bytes: Uint8Array, page: number): Promise<Link[]> {
  return (await (await open(bytes)).getPage(page)).getAnnotations() as Promise<Link[]>;
}

describe("links in an assembled book", () => {
  it("opens the page of another run, whatever the id is made of", async () => {
    const { bytes } = await assemble(book());
    const pdf = await open(bytes);
    const [toChapter, toEpilogue] = await linksOn(bytes, 1);
    expect(await pageOf(pdf, toChapter?.dest)).toBe(3);
    expect(await pageOf(pdf, toEpilogue?.dest)).toBe(4);
    const [back] = await linksOn(bytes, 4);
    expect(await pageOf(pdf, back?.dest)).toBe(0);
  });

  it("still opens a page of the same run, with an anchor or without", async () => {
    for (const runs of [book().runs, book().runs.map((run) => ({ ...run, anchors: [] }))]) {
      const { bytes } = await assemble(book({ runs }));
      const pdf = await open(bytes);
      const toThanks = (await linksOn(bytes, 1)).find((link) => link.dest === "thanks");
      expect(await pageOf(pdf, toThanks?.dest)).toBe(1);
      expect(await pageOf(pdf, (await linksOn(bytes, 5))[0]?.dest)).toBe(3);
    }
  });

  it("leads to the anchor's place on the trimmed page and keeps the reader's zoom", async () => {
    const box = { left: 10, top: 20, width: 280, height: 360 };
    for (const [boxes, x, y] of [
      [undefined, 40, SHEET_HEIGHT - 45],
      [{ trim: box, bleed: box, crop: box }, 50, SHEET_HEIGHT - 65],
    ] as const) {
      const { bytes } = await assemble(book(boxes && { boxes }));
      const place = await (await open(bytes)).getDestination("chapter-1");
      expect(place?.slice(1)).toEqual([{ name: "XYZ" }, x, expect.closeTo(y, 2), null]);
    }
  });

  it("leaves addresses outside the book as they are", async () => {
    const { bytes } = await assemble(book());
    const urls = (await linksOn(bytes, 1)).flatMap((link) => link.url ?? []);
    expect(urls).toEqual(["https://example.org/a?b=c#d"]);
  });

  it("reports an id that no run has, once, and leaves no address behind", async () => {
    const outline = [{ title: "Nowhere", id: "nowhere", children: [] }];
    const { bytes, unresolved } = await assemble(book({ outline }));
    expect(unresolved).toEqual(["nowhere"]);
    const dead = (await linksOn(bytes, 1)).filter((link) => !link.dest && !link.url);
    expect(dead).toHaveLength(1);
    expect(Buffer.from(bytes).includes("colophon.invalid")).toBe(false);
  });

  it("keeps a link in its own run when two runs have the same id", async () => {
    const { bytes } = await assemble(book({ runs: [printed("body"), printed("body")] }));
    const pdf = await open(bytes);
    expect(await pageOf(pdf, (await linksOn(bytes, 2))[0]?.dest)).toBe(0);
    expect(await pageOf(pdf, (await linksOn(bytes, 4))[0]?.dest)).toBe(2);
  });

  it("names a destination for every anchor, in the order that viewers search", async () => {
    const anchors = Array.from({ length: 300 }, (_, index) => ({
      id: index % 3 === 0 ? `é${index}` : `id-${index}`,
      page: 0,
      x: index,
      y: 0,
    }));
    const { bytes } = await assemble(book({ runs: [printed("blank", { anchors })] }));
    const pdf = await open(bytes);
    expect(Object.keys(await pdf.getDestinations())).toHaveLength(300);
    expect((await pdf.getDestination("id-298"))?.[2]).toBe(298);
    expect((await pdf.getDestination("é3"))?.[2]).toBe(3);

    const { catalog } = await PDFDocument.load(bytes, { updateMetadata: false });
    const tree = catalog.lookup(PDFName.of("Names"), PDFDict).lookup(PDFName.of("Dests"), PDFDict);
    const names = treeEntries(tree, "Names").map(([name]) => Buffer.from((name as PDFString).asBytes()));
    expect(names).toEqual([...names].sort(Buffer.compare));
  });

  it("refuses an anchor on a page that its run does not have", async () => {
    const runs = [printed("blank", { anchors: [{ id: "far", page: 1, x: 0, y: 0 }] })];
    await expect(assemble(book({ runs }))).rejects.toThrow("#far is on page 1 of a run of 1 pages");
  });
});

/** What a build says of its files, beside them, is what the files say when they are read. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { PDFDict, PDFDocument, PDFName, PDFRawStream, PDFString } from "@cantoo/pdf-lib";
import { create } from "fontkit";
import JSZip from "jszip";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import type { EditionResult } from "../../../src/model/edition-result.js";
import { readEpub } from "../../support/epub.js";
import { pdfFonts } from "../../support/pdf-fonts.js";
import { build } from "../../support/program.js";
import { temporaryFolders } from "../../support/temporary-folders.js";
import { texts } from "../../support/xml.js";

const folders = temporaryFolders();
const editions: Record<string, EditionResult> = {};
const files: Record<string, Buffer> = {};
let again: readonly EditionResult[];
let manifest: readonly Record<string, unknown>[];

function picture(width: number, height: number, alpha: number) {
  return sharp({ create: { width, height, channels: 4, background: { r: 200, g: 80, b: 20, alpha } } });
}

beforeAll(async () => {
  const folder = await folders.make({
    "publication.yaml": `title: Counted
language: en-GB
date: 2026-11-22
bodymatter: [{ file: one.md }, { file: two.md }, { file: trois.md, language: fr }]
editions:
  print: { format: pdf, trim: a6 }
  ebook:
    format: epub
    embed-fonts: subset
    accessibility: { conforms-to: "EPUB Accessibility 1.1 - WCAG 2.2 Level AA", certifier: Reed & Sons }
  plain: { format: text }
`,
    "content/one.md": "# One\n\nSome words.\n\n![A glass](glass.png)\n\n![A wall](wall.jpg)\n",
    "content/two.md":
      "# Two\n\nThe same glass, $a^2$ and *a drawing*.\n\n![A glass](glass.png)\n\n![A line](line.svg)\n",
    "content/trois.md": "# Trois\n\nQuelques mots, sans image.\n",
    "content/glass.png": await picture(30, 20, 0.5).png().toBuffer(),
    "content/wall.jpg": await picture(64, 48, 1).flatten().jpeg().toBuffer(),
    "content/line.svg":
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0L9 9" stroke="#000"/></svg>',
  });
  const out = await folders.make();
  const request = { publications: [folder], out, jobs: 1 };
  for (const each of (await build(request)).editions) {
    expect(each).toMatchObject({ status: "published" });
    editions[each.edition] = each;
    files[each.edition] = await readFile(each.path!);
  }
  again = (await build(request)).editions;
  manifest = JSON.parse(await readFile(join(out, "editions.json"), "utf8")).editions;
});

describe("the facts of a PDF", () => {
  it("are its pages, fonts, pictures and languages", async () => {
    const pdf = await PDFDocument.load(files.print!, { updateMetadata: false });
    const { extent, fonts, images, languages, accessibility } = editions.print!;
    expect(extent).toBe(pdf.getPageCount());
    const named = (await pdfFonts(files.print!)).filter(({ kind }) => kind !== "Type0");
    expect(fonts).toEqual([...new Set(named.map(({ name }) => name))].sort());
    expect(fonts!.length).toBeGreaterThan(2);
    expect(images).toEqual(picturesOf(pdf));
    expect(images!.map(({ width, height }) => [width, height]).sort()).toEqual([
      [30, 20],
      [64, 48],
    ]);
    expect([...languages!].sort()).toEqual([...languagesOf(pdf)].sort());
    expect(languages).toEqual(["en-GB", "fr"]);
    const marked = pdf.catalog.lookup(PDFName.of("MarkInfo"), PDFDict).get(PDFName.of("Marked"));
    expect(String(marked)).toBe("true");
    expect(accessibility).toEqual({ modes: [], sufficient: [], features: ["taggedPDF"], hazards: [] });
  });
});

describe("the facts of an ebook", () => {
  it("are its documents, fonts, pictures and languages", async () => {
    const { extent, fonts, images, languages } = editions.ebook!;
    const epub = await readEpub(files.ebook!);
    const archive = await JSZip.loadAsync(files.ebook!);
    const content = (kind: string) =>
      Promise.all(
        [...epub.manifest.values()]
          .filter(({ mediaType }) => mediaType.startsWith(kind))
          .map(async ({ path, mediaType }) => ({
            mediaType,
            bytes: await archive.file(path)!.async("nodebuffer"),
          })),
      );
    expect(extent).toBe(epub.spine.length);
    expect(languages).toEqual(texts(epub.read(epub.packagePath), "//dc:language"));
    const names = (await content("font/")).map(async ({ bytes }) => {
      const font = await create(bytes);
      return font && "postscriptName" in font ? font.postscriptName : undefined;
    });
    expect(fonts).toEqual([...new Set(await Promise.all(names))].sort());
    expect(fonts!.length).toBeGreaterThan(1);
    const shown = (await content("image/")).map(async ({ mediaType, bytes }) => {
      if (mediaType === "image/svg+xml") return { bytes: bytes.length };
      const { width, height } = await sharp(bytes).metadata();
      return { width, height, bytes: bytes.length };
    });
    expect(images).toEqual(await Promise.all(shown));
    // With the cover.
    expect(images).toHaveLength(4);
  });

  it("are what its package document claims, of accessibility too", async () => {
    const epub = await readEpub(files.ebook!);
    const claimed = (property: string) =>
      texts(epub.read(epub.packagePath), `//opf:meta[@property="${property}"]`);
    expect(editions.ebook!.accessibility).toEqual({
      modes: claimed("schema:accessMode"),
      sufficient: claimed("schema:accessModeSufficient"),
      features: claimed("schema:accessibilityFeature"),
      hazards: claimed("schema:accessibilityHazard"),
      summary: claimed("schema:accessibilitySummary")[0],
      conformsTo: "EPUB Accessibility 1.1 - WCAG 2.2 Level AA",
      certifier: "Reed & Sons",
    });
    expect(editions.ebook!.accessibility!.features).toContain("MathML");
    expect(editions.ebook!.accessibility!.modes).toEqual(["textual", "visual"]);
  });
});

describe("the facts of any file", () => {
  it("are those of a text as far as it has any", () => {
    expect(editions.plain).toMatchObject({ languages: ["en-GB", "fr"], fonts: [], images: [] });
    expect(editions.plain).not.toHaveProperty("accessibility");
  });

  it("are the same when it is taken from an earlier build, and stand in the manifest", () => {
    for (const each of again) {
      const { extent, words, languages, fonts, images, accessibility } = editions[each.edition]!;
      const facts = JSON.parse(JSON.stringify({ words, languages, fonts, images, accessibility }));
      expect(each).toMatchObject({ reused: true, extent, ...facts });
      expect(manifest.find(({ edition }) => edition === each.edition)).toMatchObject(facts);
    }
  });
});

/** Every image of the file but the masks of others. */
function picturesOf(pdf: PDFDocument) {
  const images = pdf.context
    .enumerateIndirectObjects()
    .flatMap(([ref, object]) =>
      object instanceof PDFRawStream && object.dict.get(PDFName.of("Subtype")) === PDFName.of("Image")
        ? [{ ref, object }]
        : [],
    );
  const masks = images.flatMap(({ object }) => object.dict.get(PDFName.of("SMask")) ?? []);
  expect(masks).toHaveLength(1);
  return images
    .filter(({ ref }) => !masks.includes(ref))
    .map(({ object }) => ({
      width: Number(String(object.dict.get(PDFName.of("Width")))),
      height: Number(String(object.dict.get(PDFName.of("Height")))),
      bytes: object.contents.length,
    }));
}

/** Of the catalogue and of the elements of the structure tree. */
function languagesOf(pdf: PDFDocument): Set<string> {
  const dicts = pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []));
  return new Set(
    dicts.flatMap((dict) => {
      const language = dict.get(PDFName.of("Lang"));
      return language instanceof PDFString ? [language.decodeText()] : [];
    }),
  );
}

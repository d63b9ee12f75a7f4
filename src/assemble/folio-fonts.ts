/** The fonts of the folios: one subset for each, shared by all pages of the book. */
import { createHash } from "node:crypto";
import { CustomFontSubsetEmbedder, type PDFContext, type PDFRef } from "@cantoo/pdf-lib";
import { create } from "fontkit";
import type { FolioSlot } from "../model/print.js";

/** The first bytes of WOFF2 files: `wOF2`. fontkit makes subsets of them with empty glyphs. */
const WOFF2 = [0x77, 0x4f, 0x46, 0x32];

export interface FolioFont {
  /** Name in the resources of pages; no font of the browser is called so. */
  readonly resource: string;
  readonly ref: PDFRef;
  /** Every text of the slots, set in this font. */
  readonly lines: ReadonlyMap<string, FolioLine>;
}

export interface FolioLine {
  /** Glyph codes as a hexadecimal string object: `<00010002>`. */
  readonly codes: string;
  /** Width at size 1, without letter spacing. */
  readonly width: number;
}

/**
 * Embeds the fonts that slots name, each cut down to the characters in use.
 *
 * @throws When a slot names a font that is not there, is WOFF2, or is without a glyph for its text:
 * the theme's fonts have to serve its folios.
 */
export async function embedFolioFonts(
  context: PDFContext,
  files: ReadonlyMap<string, Uint8Array>,
  slots: readonly FolioSlot[],
): Promise<ReadonlyMap<string, FolioFont>> {
  const fonts = new Map<string, FolioFont>();
  for (const key of [...new Set(slots.map((slot) => slot.font))].sort()) {
    const file = files.get(key);
    if (file === undefined) throw new Error(`The folio font "${key}" is not among the fonts`);
    const texts = new Set(slots.filter((slot) => slot.font === key).map((slot) => slot.text));
    fonts.set(key, await embedFont(context, key, `Folio${fonts.size}`, file, [...texts].sort()));
  }
  return fonts;
}

async function embedFont(
  context: PDFContext,
  key: string,
  resource: string,
  file: Uint8Array,
  texts: readonly string[],
): Promise<FolioFont> {
  if (WOFF2.every((byte, index) => file[index] === byte)) {
    throw new Error(`The folio font "${key}" is a WOFF2 file: give its TTF, OTF or WOFF file`);
  }
  const font = await create(file);
  if (font === null || "fonts" in font)
    throw new Error(`The folio font "${key}" must be a file with one font`);
  const bare = texts.find((text) => font.layout(text).glyphs.some((glyph) => glyph.id === 0));
  if (bare !== undefined) throw new Error(`The font ${font.postscriptName} cannot set the folio "${bare}"`);

  const name = `${subsetTag(file, texts)}+${font.postscriptName ?? "Folio"}`;
  const embedder = await CustomFontSubsetEmbedder.for({ create: () => font }, file, name);
  const lines = new Map(
    texts.map((text) => {
      const line = { codes: String(embedder.encodeText(text)), width: embedder.widthOfTextAtSize(text, 1) };
      return [text, line];
    }),
  );
  return { resource, ref: await embedder.embedIntoContext(context), lines };
}

/** The six letters that mark a subset (ISO 32000-1, 9.6.4), the same for the same subset. */
function subsetTag(file: Uint8Array, texts: readonly string[]): string {
  const characters = [...new Set(texts.join(""))].sort().join("");
  const digest = createHash("sha256").update(file).update(characters).digest();
  return Array.from({ length: 6 }, (_, index) => String.fromCharCode(65 + (digest[index]! % 26))).join("");
}

/** The fonts of the folios: one subset for each, shared by all pages of the book. */
import { createHash } from "node:crypto";
import { CustomFontSubsetEmbedder, type PDFContext, type PDFRef } from "@cantoo/pdf-lib";
import { create } from "fontkit";
import type { FolioSlot } from "../../../model/print.js";

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
  // Letter by letter: a book has many folios, but few letters in them, and shaping is slow.
  const letters = [...new Set(texts.join(""))].sort();
  const bare = letters.find((letter) => font.layout(letter).glyphs.some((glyph) => glyph.id === 0));
  if (bare !== undefined) throw new Error(`The font ${font.postscriptName} cannot set the folio "${bare}"`);

  const name = `${subsetTag(file, letters)}+${font.postscriptName ?? "Folio"}`;
  const embedder = await CustomFontSubsetEmbedder.for({ create: () => font }, file, name);
  const set = new Map(
    letters.map((letter) => {
      const codes = embedder.encodeText(letter).asString();
      return [letter, { codes, width: embedder.widthOfTextAtSize(letter, 1) }];
    }),
  );
  const lines = new Map(
    texts.map((text) => {
      const glyphs = [...text].map((letter) => set.get(letter)!);
      const codes = `<${glyphs.map((glyph) => glyph.codes).join("")}>`;
      return [text, { codes, width: glyphs.reduce((sum, glyph) => sum + glyph.width, 0) }];
    }),
  );
  return { resource, ref: await embedder.embedIntoContext(context), lines };
}

/** The six letters that mark a subset (ISO 32000-1, 9.6.4), the same for the same subset. */
function subsetTag(file: Uint8Array, letters: readonly string[]): string {
  const digest = createHash("sha256").update(file).update(letters.join("")).digest();
  return Array.from({ length: 6 }, (_, index) => String.fromCharCode(65 + (digest[index]! % 26))).join("");
}

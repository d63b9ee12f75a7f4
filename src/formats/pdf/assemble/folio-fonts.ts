/** The fonts of the folios: one subset for each, shared by all pages of the book. */
import { createHash } from "node:crypto";
import { CustomFontSubsetEmbedder, type PDFContext, type PDFRef } from "@cantoo/pdf-lib";
import { create } from "fontkit";
import type { FolioSlot } from "../../../model/print.js";
import { rounded } from "./pages.js";
import { piecesOf } from "./pieces-of.js";

/** The first bytes of WOFF2 files: `wOF2`. fontkit makes subsets of them with empty glyphs. */
const WOFF2 = [0x77, 0x4f, 0x46, 0x32];

/** Hexadecimal digits of a glyph. */
const CODE = 4;

/** Letters that look the same whatever stands beside them. */
const STANDS_ALONE =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Common}]*$/u;

export interface FolioFont {
  /** PostScript name. */
  readonly name: string;
  /** Name in the resources of pages; no font of the browser is called so. */
  readonly resource: string;
  readonly ref: PDFRef;
  /** Every text of the slots, set in this font. */
  readonly lines: ReadonlyMap<string, FolioLine>;
}

export interface FolioLine {
  /** Operators that show its glyphs: `<00010002> Tj`. */
  readonly shown: (size: number) => string;
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
  const pieces = slots.flatMap(piecesOf);
  for (const key of [...new Set(pieces.map(({ font }) => font))].sort()) {
    const file = files.get(key);
    if (file === undefined) throw new Error(`The folio font "${key}" is not among the fonts`);
    const texts = new Set(pieces.filter(({ font }) => font === key).map(({ text }) => text));
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
  const letters = [...new Set(texts.flatMap(unitsOf))].sort();
  const bare = letters.find((letter) => font.layout(letter).glyphs.some((glyph) => glyph.id === 0));
  if (bare !== undefined) throw new Error(`The font ${font.postscriptName} cannot set the folio "${bare}"`);

  const name = font.postscriptName ?? "Folio";
  const subset = `${subsetTag(file, letters)}+${name}`;
  const embedder = await CustomFontSubsetEmbedder.for({ create: () => font }, file, subset);
  const set = new Map(
    letters.map((letter) => {
      const codes = embedder.encodeText(letter).asString();
      return [letter, { codes, width: embedder.widthOfTextAtSize(letter, 1) }];
    }),
  );
  const lines = new Map(
    texts.map((text): [string, FolioLine] => {
      const glyphs = unitsOf(text).map((unit) => set.get(unit)!);
      const codes = glyphs.map((glyph) => glyph.codes).join("");
      if (!STANDS_ALONE.test(text)) return [text, shapedLine(font as unknown as Shaper, text, codes)];
      const width = glyphs.reduce((sum, glyph) => sum + glyph.width, 0);
      return [text, { shown: () => `<${codes}> Tj`, width }];
    }),
  );
  return { name, resource, ref: await embedder.embedIntoContext(context), lines };
}

/** What lays glyphs beside each other, which pdf-lib's type of a font leaves out. Lengths are in units of the font. */
interface Shaper {
  readonly unitsPerEm: number;
  layout(text: string): {
    readonly glyphs: readonly { readonly advanceWidth: number }[];
    readonly positions: readonly Readonly<Record<"xOffset" | "yOffset" | "xAdvance", number>>[];
  };
}

/** With each glyph where the font puts it beside the others: dots of Arabic letters may be glyphs of their own. */
function shapedLine(font: Shaper, text: string, codes: string): FolioLine {
  const { glyphs, positions } = font.layout(text);
  const ems = (units: number): number => units / font.unitsPerEm;
  const shown = (size: number): string =>
    glyphs
      .map((glyph, index) => {
        const { xOffset, yOffset, xAdvance } = positions[index]!;
        const code = codes.slice(index * CODE, (index + 1) * CODE);
        const [before, after] = [-xOffset, xOffset + glyph.advanceWidth - xAdvance].map((units) =>
          rounded(ems(units) * 1000),
        );
        return `${rounded(ems(yOffset) * size)} Ts [${before} <${code}> ${after}] TJ`;
      })
      .concat("0 Ts")
      .join(" ");
  return { shown, width: ems(positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0)) };
}

/** What is shaped by itself: a letter, or a whole text in a script whose letters change beside others. */
function unitsOf(text: string): string[] {
  return STANDS_ALONE.test(text) ? [...text] : [text];
}

/** The six letters that mark a subset (ISO 32000-1, 9.6.4), the same for the same subset. */
function subsetTag(file: Uint8Array, letters: readonly string[]): string {
  const digest = createHash("sha256").update(file).update(letters.join("")).digest();
  return Array.from({ length: 6 }, (_, index) => String.fromCharCode(65 + (digest[index]! % 26))).join("");
}

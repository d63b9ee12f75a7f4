/** Opens fonts for their shapes: the outlines of letters, to draw with. */
import { readFile } from "node:fs/promises";

/** The part of a font of fontkit that drawing needs; lengths are font units. */
export interface Font {
  readonly unitsPerEm: number;
  layout(text: string): { readonly glyphs: readonly Glyph[]; readonly positions: readonly GlyphPosition[] };
}

interface Glyph {
  readonly id: number;
  readonly path: { transform(...matrix: readonly number[]): { toSVG(): string } };
}

interface GlyphPosition {
  readonly xAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
}

const fonts = new Map<string, Promise<Font | undefined>>();

/** @param file the WOFF2 file of a face; undefined when there is no single font in the one beside it. */
export function openFont(file: string): Promise<Font | undefined> {
  const woff = shapeFile(file);
  const font = fonts.get(woff) ?? readFont(woff);
  fonts.set(woff, font);
  return font;
}

/** fontkit reads the shapes of WOFF files; those of WOFF2 files come out wrong. */
export function shapeFile(file: string): string {
  return file.replace(/\.woff2$/, ".woff");
}

async function readFont(file: string): Promise<Font | undefined> {
  // Loaded when needed: most covers have been drawn by an earlier build.
  const { create } = await import("fontkit");
  const font = await create(await readFile(file));
  // Its declared type is that of another package, without shapes.
  return font === null || "fonts" in font ? undefined : (font as unknown as Font);
}

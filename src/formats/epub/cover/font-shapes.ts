/** Opens fonts for their shapes: the outlines of letters, to draw with. */
import { type FontFace, shapesOf } from "../../../theme/fonts/fonts.js";

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

/** For as long as there is the face, which stands for one content. */
const fonts = new WeakMap<FontFace, Promise<Font | undefined>>();

/** Undefined when there is no single font in the file. */
export function openFont(face: FontFace): Promise<Font | undefined> {
  const font = fonts.get(face) ?? readFont(face);
  fonts.set(face, font);
  return font;
}

async function readFont(face: FontFace): Promise<Font | undefined> {
  // Loaded when needed: most covers have been drawn by an earlier build.
  const { create } = await import("fontkit");
  const font = create(Buffer.from(shapesOf(face)));
  // Its declared type is that of another package, without shapes.
  return font === null || "fonts" in font ? undefined : (font as unknown as Font);
}

/**
 * Makes the subset of a font for the folios that it shows, as plain data: most builds take it as an earlier one has made it
 * (`folio-fonts.ts`), and do without fontkit, which takes longer to load than the subset to make.
 */
import { CustomFontSubsetEmbedder, PDFContext, PDFName, type PDFObject, PDFRawStream } from "@cantoo/pdf-lib";
import { create } from "fontkit";
import { standsAlone } from "./folio-units.js";
import { rounded } from "./pages.js";

/** Hexadecimal digits of a glyph. */
const CODE = 4;

export interface FolioSubset {
  /** PostScript name of the font. */
  readonly name: string;
  /** What is shaped by itself, as it was asked for. */
  readonly units: readonly (readonly [string, SetUnit])[];
  /** The last one is the font. They refer to each other by their places in the list, from 1. */
  readonly objects: readonly SubsetObject[];
}

/** A letter, or a text in a script whose letters change beside others. Lengths are at size 1. */
export interface SetUnit {
  readonly width: number;
  /** Of its glyphs, in hexadecimal. */
  readonly codes: string;
  /** Where the font puts each glyph of a text beside the others. */
  readonly glyphs?: readonly PlacedGlyph[];
}

export interface PlacedGlyph {
  readonly code: string;
  readonly rise: number;
  /** Thousandths to go back before and after it, as `TJ` has them. */
  readonly back: readonly [number, number];
}

export type SubsetObject =
  | { readonly text: string }
  | { readonly content: Uint8Array; readonly subtype: string | undefined };

/**
 * @param key names the font in faults.
 * @param tag of the subset (ISO 32000-1, 9.6.4).
 * @throws When the file is no single font, or has no glyph for a unit.
 */
export async function makeSubset(
  key: string,
  file: Uint8Array,
  units: readonly string[],
  tag: string,
): Promise<FolioSubset> {
  const font = await create(file);
  if (font === null || "fonts" in font)
    throw new Error(`The folio font "${key}" must be a file with one font`);
  const bare = units.find((unit) => font.layout(unit).glyphs.some((glyph) => glyph.id === 0));
  if (bare !== undefined) throw new Error(`The font ${font.postscriptName} cannot set the folio "${bare}"`);
  const name = font.postscriptName ?? "Folio";
  const embedder = await CustomFontSubsetEmbedder.for({ create: () => font }, file, `${tag}+${name}`);
  const set = units.map((unit): [string, SetUnit] => {
    const codes = embedder.encodeText(unit).asString();
    if (standsAlone(unit)) return [unit, { codes, width: embedder.widthOfTextAtSize(unit, 1) }];
    return [unit, { codes, ...placed(font as unknown as Shaper, unit, codes) }];
  });
  const context = PDFContext.create();
  await embedder.embedIntoContext(context);
  const objects = context.enumerateIndirectObjects().map(([, object]) => plain(object));
  return { name, units: set, objects };
}

function plain(object: PDFObject): SubsetObject {
  if (!(object instanceof PDFRawStream)) return { text: object.toString() };
  const subtype = object.dict.lookupMaybe(PDFName.of("Subtype"), PDFName)?.decodeText();
  return { content: object.contents, subtype };
}

/** What lays glyphs beside each other, which pdf-lib's type of a font leaves out. Lengths are in units of the font. */
interface Shaper {
  readonly unitsPerEm: number;
  layout(text: string): {
    readonly glyphs: readonly { readonly advanceWidth: number }[];
    readonly positions: readonly Readonly<Record<"xOffset" | "yOffset" | "xAdvance", number>>[];
  };
}

/** Dots of Arabic letters may be glyphs of their own. */
function placed(font: Shaper, text: string, codes: string): Pick<SetUnit, "width" | "glyphs"> {
  const { glyphs, positions } = font.layout(text);
  const ems = (units: number): number => units / font.unitsPerEm;
  const back = (units: number): number => rounded(ems(-units) * 1000);
  return {
    width: ems(positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0)),
    glyphs: glyphs.map(({ advanceWidth }, index) => {
      const { xOffset, yOffset, xAdvance } = positions[index]!;
      return {
        code: codes.slice(index * CODE, (index + 1) * CODE),
        rise: ems(yOffset),
        back: [back(xOffset), back(xAdvance - xOffset - advanceWidth)],
      };
    }),
  };
}

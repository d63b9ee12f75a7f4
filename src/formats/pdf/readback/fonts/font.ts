/** What a font says of its codes: how far each moves on, and which text it stands for. ISO 32000-1, 9.6 to 9.10. */
import type { PrintedPdf } from "../../assemble/reader/printed-pdf.js";
import { isArray, isStream, type PdfDict, type PdfValue } from "../../assemble/reader/values.js";
import { streamText } from "../stream-text.js";
import { readToUnicode } from "./to-unicode.js";

export interface PrintedFont {
  /** Bytes of each code of a string: 2 in composite fonts, else 1. */
  readonly codeLength: 1 | 2;
  /** How far a code moves on at a font size of 1. */
  readonly advance: (code: number) => number;
  /** Undefined when the font does not say it. */
  readonly text: (code: number) => string | undefined;
}

const EM = 1000;
const DEFAULT_WIDTH = 1000;

export function readFont(pdf: PrintedPdf, dict: PdfDict): PrintedFont {
  const cmap = pdf.resolve(dict.get("/ToUnicode"));
  const known = isStream(cmap) ? readToUnicode(streamText(pdf, cmap)) : new Map<number, string>();
  // They are asked for a million times.
  const texts: (string | undefined)[] = new Array(Math.max(0, ...known.keys()) + 1).fill(undefined);
  for (const [code, each] of known) texts[code] = each;
  const text = (code: number): string | undefined => texts[code];
  if (dict.get("/Subtype") === "/Type0") {
    const descendant = pdf.dict(pdf.array(dict.get("/DescendantFonts"))?.[0]) ?? new Map();
    return { codeLength: 2, advance: compositeAdvance(pdf, descendant), text };
  }
  return { codeLength: 1, advance: simpleAdvance(pdf, dict), text };
}

/** 9.7.4.3 */
function compositeAdvance(pdf: PrintedPdf, font: PdfDict): PrintedFont["advance"] {
  const standard = font.has("/DW") ? pdf.number(font.get("/DW")) : DEFAULT_WIDTH;
  const known = new Map<number, number>();
  const entries = pdf.array(font.get("/W")) ?? [];
  for (let index = 0; index < entries.length; ) {
    const first = pdf.number(entries[index]);
    const next = pdf.resolve(entries[index + 1]);
    if (isArray(next)) {
      next.forEach((width: PdfValue, offset: number) => {
        known.set(first + offset, pdf.number(width));
      });
      index += 2;
    } else {
      const [last, width] = [pdf.number(next), pdf.number(entries[index + 2])];
      for (let code = first; code <= last; code += 1) known.set(code, width);
      index += 3;
    }
  }
  const widths = new Float64Array(Math.max(0, ...known.keys()) + 1).fill(standard / EM);
  for (const [code, width] of known) widths[code] = width / EM;
  return (code) => widths[code] ?? standard / EM;
}

/** 9.6: fonts of type 3 have a matrix of their own. */
function simpleAdvance(pdf: PrintedPdf, font: PdfDict): PrintedFont["advance"] {
  const matrix = pdf.array(font.get("/FontMatrix"));
  const scale = matrix === undefined ? 1 / EM : pdf.number(matrix[0]);
  const first = font.has("/FirstChar") ? pdf.number(font.get("/FirstChar")) : 0;
  const widths = (pdf.array(font.get("/Widths")) ?? []).map((width) => pdf.number(width));
  return (code) => (widths[code - first] ?? 0) * scale;
}

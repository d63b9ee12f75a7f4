/** What a content stream calls by name: ISO 32000-1, 7.8.3. */
import type { PrintedPdf } from "../../assemble/reader/printed-pdf.js";
import {
  isReference,
  isStream,
  type PdfDict,
  type PdfStream,
  type PdfValue,
} from "../../assemble/reader/values.js";
import { type PrintedFont, readFont } from "../fonts/font.js";

export interface Resources {
  readonly font: (name: PdfValue) => PrintedFont | undefined;
  /** A graphics state parameter dictionary (8.4.5). */
  readonly state: (name: PdfValue) => PdfDict | undefined;
  readonly external: (name: PdfValue) => PdfStream | undefined;
}

/** Fonts of a file by their numbers: pages share them. */
export type Fonts = Map<number, PrintedFont>;

export function openResources(pdf: PrintedPdf, dict: PdfDict, fonts: Fonts): Resources {
  const [fontDict, states, externals] = ["/Font", "/ExtGState", "/XObject"].map((kind) =>
    pdf.dict(dict.get(kind)),
  );
  const named = new Map<PdfValue, PrintedFont | undefined>();
  const read = (name: PdfValue): PrintedFont | undefined => {
    const entry = fontDict?.get(name as string);
    const known = isReference(entry) ? fonts.get(entry) : undefined;
    const found = known ?? fontOf(pdf, entry);
    if (isReference(entry) && found !== undefined) fonts.set(entry, found);
    return found;
  };
  return {
    font(name) {
      if (!named.has(name)) named.set(name, read(name));
      return named.get(name);
    },
    state: (name) => pdf.dict(states?.get(name as string)),
    external(name) {
      const object = pdf.resolve(externals?.get(name as string));
      return isStream(object) ? object : undefined;
    },
  };
}

function fontOf(pdf: PrintedPdf, entry: PdfValue | undefined): PrintedFont | undefined {
  const dict = pdf.dict(entry);
  return dict === undefined ? undefined : readFont(pdf, dict);
}

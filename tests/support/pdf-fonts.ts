/** The fonts of a PDF file: ISO 32000-1, 9.5. */
import { PDFDict, PDFDocument, PDFName } from "@cantoo/pdf-lib";

export interface PdfFont {
  /** `Type0`, `TrueType`, `Type3`, … */
  readonly kind: string;
  /** Without the mark of a subset; empty for one without a name. */
  readonly name: string;
}

export async function pdfFonts(bytes: Uint8Array): Promise<PdfFont[]> {
  const document = await PDFDocument.load(bytes);
  const dicts = document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []));
  return dicts
    .filter((dict) => nameOf(dict, "Type") === "Font")
    .map((dict) => ({
      kind: nameOf(dict, "Subtype"),
      name: nameOf(dict, "BaseFont").replace(/^[A-Z]{6}\+/, ""),
    }));
}

function nameOf(dict: PDFDict, key: string): string {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : "";
}

/**
 * What glyphs stand for where the font alone does not say it: ISO 32000-1, 14.9.4.
 *
 * The browser writes an `/ActualText` for apostrophes, soft hyphens and ligatures. Viewers go
 * by it; pdf.js does not read it.
 */
import { decodePDFRawStream, PDFArray, PDFDocument, PDFRawStream } from "@cantoo/pdf-lib";

const SPAN = /\/Span\s*<<(.*?)>>\s*BDC/gs;
const TEXT = /\/ActualText\s*<([0-9a-f\s]*)>/i;

/** For each page, the texts of its `Span` sequences in the order of the content. */
export async function actualTexts(bytes: Uint8Array): Promise<(string | undefined)[][]> {
  const file = await PDFDocument.load(bytes, { updateMetadata: false });
  return file.getPages().map((page) => {
    const contents = page.node.Contents();
    const streams = contents instanceof PDFArray ? contents.asArray() : [contents];
    const content = streams.map((stream) => decoded(file.context.lookup(stream))).join("\n");
    return [...content.matchAll(SPAN)].map(([, properties]) => {
      const digits = TEXT.exec(properties!)?.[1]?.replace(/\s/g, "");
      return digits === undefined ? undefined : fromUtf16(digits);
    });
  });
}

function decoded(stream: unknown): string {
  if (!(stream instanceof PDFRawStream)) return "";
  return Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1");
}

/** A text string in UTF-16BE with its byte order mark: ISO 32000-1, 7.9.2.2. */
function fromUtf16(digits: string): string {
  const units = digits.match(/.{4}/g) ?? [];
  return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16))).replace(/^\uFEFF/, "");
}

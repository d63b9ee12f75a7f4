/** Text strings (ISO 32000-1, 7.9.2.2): ASCII as it is, everything else as UTF-16. */
import { PDFHexString, PDFString } from "@cantoo/pdf-lib";

const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;

/** Makes the string object of a text; equal texts make equal objects. */
export function textString(text: string): PDFString | PDFHexString {
  if (!PRINTABLE_ASCII.test(text)) return PDFHexString.fromText(text);
  return PDFString.of(text.replace(/[\\()]/g, "\\$&"));
}

/**
 * Compares two texts by the bytes of their string objects, as name trees are sorted
 * (7.9.6): ASCII stands before UTF-16, which starts with the byte FE.
 */
export function compareTextStrings(left: string, right: string): number {
  const wideLeft = PRINTABLE_ASCII.test(left) ? 0 : 1;
  const wideRight = PRINTABLE_ASCII.test(right) ? 0 : 1;
  if (wideLeft !== wideRight) return wideLeft - wideRight;
  return left < right ? -1 : left > right ? 1 : 0;
}

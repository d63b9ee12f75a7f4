/** Puts text that is already written as PDF into the place of an object. */
import { PDFInvalidObject, type PDFObject } from "@cantoo/pdf-lib";

/** An object that is written as it stands. */
export function rawObject(text: string): PDFObject {
  return PDFInvalidObject.of(Buffer.from(text, "latin1"));
}

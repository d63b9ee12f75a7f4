/** The sheet of an edition, and the boxes of its pages in the PDF. */
import type { PageBoxes } from "../../model/print.js";
import type { PdfEdition, Trim } from "../../model/publication.js";
import type { Sheet } from "../../model/sheet.js";
import type { PageSize } from "../../theme/styles/page-sizes.js";

export function sheetOf({ trim, bleed }: PdfEdition): Sheet {
  return { trim, bleed, marks: [] };
}

/** Sheets of named pages of other sizes. Without a bleed nothing is cut off theirs: all that the browser prints is the page. */
export function otherSheets(sheet: Sheet, sizes: readonly PageSize[] = []): Sheet[] {
  return sheet.bleed === 0 ? [] : sizes.map(({ size }) => ({ ...sheet, trim: size }));
}

/** Width and height of the whole sheet, in points. */
export function printedSize({ trim, bleed }: Sheet): Trim {
  return { width: trim.width + 2 * bleed, height: trim.height + 2 * bleed };
}

/**
 * Where the page and its bleed are on the sheet: ISO 32000-1, 14.11.2.
 *
 * Viewers show the whole sheet (`crop`): printers look at the file there, and some programs print no more than that.
 */
export function boxesOf(sheet: Sheet): PageBoxes {
  const { trim, bleed } = sheet;
  const whole = { left: 0, top: 0, ...printedSize(sheet) };
  return { trim: { left: bleed, top: bleed, ...trim }, bleed: whole, crop: whole };
}

/** Reads name trees and number trees: ISO 32000-1, 7.9.6 and 7.9.7. */
import type { PrintedPdf } from "./printed-pdf.js";
import type { PdfDict, PdfObject, PdfValue } from "./values.js";

/** Entries of a tree in its order: keys, and values as they stand in the file. */
export function readTree(
  pdf: PrintedPdf,
  node: PdfDict,
  leaves: "/Names" | "/Nums",
): [PdfObject | undefined, PdfValue][] {
  const entries: [PdfObject | undefined, PdfValue][] = [];
  const own = pdf.array(node.get(leaves)) ?? [];
  for (let index = 0; index + 1 < own.length; index += 2) {
    entries.push([pdf.resolve(own[index]), own[index + 1]!]);
  }
  for (const kid of pdf.array(node.get("/Kids")) ?? []) {
    for (const entry of readTree(pdf, pdf.dict(kid) ?? new Map(), leaves)) entries.push(entry);
  }
  return entries;
}

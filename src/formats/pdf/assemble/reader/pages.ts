/** The page tree of a printed PDF: ISO 32000-1, 7.7.3. */
import type { PrintedPdf } from "./printed-pdf.js";
import { isReference, type PdfDict, type PdfValue, type Reference } from "./values.js";

export function catalogOf(pdf: PrintedPdf): PdfDict {
  return required(pdf.dict(pdf.trailer.get("/Root")), "catalogue");
}

/** The pages in order. */
export function pageReferences(pdf: PrintedPdf): Reference[] {
  return pagesBelow(pdf, required(pdf.dict(catalogOf(pdf).get("/Pages")), "page tree"));
}

export function pageDicts(pdf: PrintedPdf): PdfDict[] {
  return pageReferences(pdf).map((page) => required(pdf.dict(page), "page"));
}

function pagesBelow(pdf: PrintedPdf, node: PdfDict): Reference[] {
  return (pdf.array(node.get("/Kids")) ?? []).flatMap((kid) => {
    const below = required(pdf.dict(kid), "page");
    const type = below.get("/Type");
    if (type === "/Pages") return pagesBelow(pdf, below);
    if (type === "/Page" && isReference(kid)) return [kid];
    throw new Error("The PDF that the browser printed has a page tree with something else in it.");
  });
}

/** An entry of a page, or of a node above it in the page tree (7.7.3.4). */
export function inheritedEntry(pdf: PrintedPdf, node: PdfDict, key: string): PdfValue | undefined {
  const own = node.get(key);
  const parent = own === undefined ? pdf.dict(node.get("/Parent")) : undefined;
  return parent === undefined ? own : inheritedEntry(pdf, parent, key);
}

function required(dict: PdfDict | undefined, name: string): PdfDict {
  if (dict === undefined) throw new Error(`The PDF that the browser printed has no ${name}.`);
  return dict;
}

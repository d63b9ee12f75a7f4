/** The pages of a PDF, and what they have from the nodes above them (ISO 32000-1, 7.7.3). */
import { PDFDict, PDFName, type PDFObject, PDFRef } from "@cantoo/pdf-lib";
import { arrayOf, nameOf } from "./access.js";
import { TooMuchWork } from "./work-limit.js";

export interface PdfPage {
  /** From 1, as viewers count. */
  readonly number: number;
  readonly ref: PDFRef;
  readonly node: PDFDict;
}

const MOST_PAGES = 100_000;
const DEEPEST = 100;

/** In their order; a node that is met again, as in a tree that is a circle, is passed over. */
export function pagesOf(root: PDFDict): PdfPage[] {
  const pages: PdfPage[] = [];
  const seen = new Set<string>();
  const open: Iterator<PDFObject>[] = [kidsOf(root)];
  for (let kids = open.at(-1); kids; kids = open.at(-1)) {
    const { value: ref, done } = kids.next();
    if (done) {
      open.pop();
      continue;
    }
    const node = root.context.lookup(ref);
    if (!(ref instanceof PDFRef) || !(node instanceof PDFDict) || seen.has(ref.tag)) continue;
    seen.add(ref.tag);
    if (isBranch(node)) {
      if (open.length > DEEPEST) throw new TooMuchWork("its tree of pages is too deep");
      open.push(kidsOf(node));
    } else pages.push({ ref, node, number: pages.length + 1 });
    if (pages.length > MOST_PAGES) throw new TooMuchWork(`it has more than ${MOST_PAGES} pages`);
  }
  return pages;
}

function kidsOf(node: PDFDict): Iterator<PDFObject> {
  return arrayOf(node, "Kids")[Symbol.iterator]();
}

function isBranch(node: PDFDict): boolean {
  const type = nameOf(node, "Type");
  return type === undefined ? node.get(PDFName.of("Kids")) !== undefined : type === "Pages";
}

/** An entry of a page, or of the nearest node above it that has one; undefined in a circle without. */
export function inherited(page: PDFDict, key: string): PDFObject | undefined {
  const { context } = page;
  let node: PDFDict | undefined = page;
  for (let depth = 0; node !== undefined && depth <= DEEPEST; depth += 1) {
    const found = context.lookup(node.get(PDFName.of(key)));
    if (found !== undefined) return found;
    const parent: PDFObject | undefined = context.lookup(node.get(PDFName.of("Parent")));
    node = parent instanceof PDFDict ? parent : undefined;
  }
  return undefined;
}

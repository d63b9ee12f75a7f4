/** Fonts and images in use, with the pages that use them: those of pages and of the forms drawn on them. */
import { PDFDict, type PDFObject, PDFStream } from "@cantoo/pdf-lib";
import { arrayOf, asDict, dictOf, identity, nameOf } from "./access.js";
import type { OpenPdf, PdfPage } from "./open.js";
import { inherited } from "./page-tree.js";
import type { Work } from "./work-limit.js";

/** Dictionaries of resources of a page: its own, and those of forms and of the looks of annotations. */
export function resourcesOf({ node }: PdfPage, work: Work): PDFDict[] {
  const found: PDFDict[] = [];
  const seen = new Set<PDFObject | string | undefined>();
  const own = inherited(node, "Resources");
  const open: (PDFDict | undefined)[] = [asDict(own), ...appearances(node)];
  while (open.length > 0) {
    const resources = open.pop();
    if (resources === undefined || seen.has(resources)) continue;
    seen.add(resources);
    found.push(resources);
    for (const [, each] of dictOf(resources, "XObject")?.entries() ?? []) {
      work.step();
      if (seen.has(identity(each))) continue;
      seen.add(identity(each));
      const form = node.context.lookup(each);
      if (form instanceof PDFStream && nameOf(form.dict, "Subtype") === "Form")
        open.push(dictOf(form.dict, "Resources"));
    }
  }
  return found;
}

function appearances(node: PDFDict): (PDFDict | undefined)[] {
  return arrayOf(node, "Annots").map((annotation) => {
    const normal = dictOf(dictOf(asDict(node.context.lookup(annotation)), "AP"), "N");
    return dictOf(normal, "Resources");
  });
}

export interface UsedFont {
  readonly dict: PDFDict;
  readonly pages: readonly number[];
}

/** Fonts, by what is drawn: of a composite font the one that has the glyphs (9.7). */
export function fontsOf({ pages, work }: OpenPdf): UsedFont[] {
  const used = new Map<PDFDict, Set<number>>();
  for (const page of pages) {
    for (const resources of resourcesOf(page, work)) {
      for (const [, each] of dictOf(resources, "Font")?.entries() ?? []) {
        work.step();
        const font = page.node.context.lookup(each);
        for (const dict of font instanceof PDFDict ? withGlyphs(font) : []) {
          used.set(dict, (used.get(dict) ?? new Set()).add(page.number));
        }
      }
    }
  }
  return [...used].map(([dict, numbers]) => ({ dict, pages: [...numbers] }));
}

function withGlyphs(font: PDFDict): PDFDict[] {
  if (nameOf(font, "Subtype") !== "Type0") return [font];
  return arrayOf(font, "DescendantFonts").flatMap((each) => asDict(font.context.lookup(each)) ?? []);
}

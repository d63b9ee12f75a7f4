/** Takes a run's structure elements off its own Document element, to hang under the book's. */
import { PDFArray, PDFDict, PDFName, type PDFObject, PDFRef } from "@cantoo/pdf-lib";
import { textString } from "./text-string.js";

const KIDS = PDFName.of("K");
const PARENT = PDFName.of("P");
const LANGUAGE = PDFName.of("Lang");
const STRUCTURE_TYPE = PDFName.of("S");
const DOCUMENT = PDFName.of("Document");

/**
 * Removes the links from the run's top elements to their parents, in place: copied with
 * them, the copier would bring the run's structure root along.
 *
 * @param structure The run's StructTreeRoot (ISO 32000-1, 14.7.2).
 * @param language The book's; a run's other language moves to its elements.
 * @returns The top elements in reading order.
 */
export function detachElements(structure: PDFDict, language: string): PDFRef[] {
  const elements = kids(structure).flatMap((kid) => {
    const element = structure.context.lookup(kid);
    if (!(kid instanceof PDFRef) || !(element instanceof PDFDict)) return [];
    if (element.get(STRUCTURE_TYPE) !== DOCUMENT) return [kid];
    return unwrap(kid, element, language);
  });
  for (const ref of elements) structure.context.lookup(ref, PDFDict).delete(PARENT);
  return elements;
}

/** The children of a Document element, or the element itself where it holds content of its own. */
function unwrap(ref: PDFRef, document: PDFDict, language: string): PDFRef[] {
  const children = kids(document);
  const elements = children.filter((kid) => kid instanceof PDFRef);
  if (elements.length < children.length) {
    document.set(STRUCTURE_TYPE, PDFName.of("Part"));
    return [ref];
  }
  const own = document.get(LANGUAGE);
  if (own !== undefined && String(own) !== String(textString(language))) {
    for (const element of elements) setLanguage(document.context.lookup(element, PDFDict), own);
  }
  return elements;
}

function setLanguage(element: PDFDict, language: PDFObject): void {
  if (!element.has(LANGUAGE)) element.set(LANGUAGE, language);
}

function kids(node: PDFDict): PDFObject[] {
  const value = node.get(KIDS);
  if (value instanceof PDFRef) {
    const target = node.context.lookup(value);
    return target instanceof PDFArray ? target.asArray() : [value];
  }
  if (value instanceof PDFArray) return value.asArray();
  return value === undefined ? [] : [value];
}

/** Finds the structure elements of a run that hang under the book's Document element. */
import { PDFArray, PDFDict, PDFName, type PDFObject, PDFRef } from "@cantoo/pdf-lib";

const KIDS = PDFName.of("K");
const LANGUAGE = PDFName.of("Lang");
const STRUCTURE_TYPE = PDFName.of("S");
const DOCUMENT = PDFName.of("Document");

export interface TopElements {
  /** In reading order. */
  readonly elements: readonly PDFRef[];
  /** Text of the run's language, as its Document element has it. */
  readonly language?: string;
}

/**
 * The children of the run's own Document element, which the book's takes the place of. A
 * Document with content of its own becomes a Part.
 *
 * @param structure The run's StructTreeRoot (ISO 32000-1, 14.7.2).
 */
export function topElements(structure: PDFDict): TopElements {
  const found = kids(structure).flatMap((kid): TopElements[] => {
    const element = structure.context.lookup(kid);
    if (!(kid instanceof PDFRef) || !(element instanceof PDFDict)) return [];
    if (element.get(STRUCTURE_TYPE) !== DOCUMENT) return [{ elements: [kid] }];
    const children = kids(element);
    const elements = children.filter((child) => child instanceof PDFRef);
    if (elements.length < children.length) {
      element.set(STRUCTURE_TYPE, PDFName.of("Part"));
      return [{ elements: [kid] }];
    }
    const language = element.get(LANGUAGE);
    return [{ elements, ...(language === undefined ? {} : { language: language.toString() }) }];
  });
  const language = found.find((each) => each.language !== undefined)?.language;
  return {
    elements: found.flatMap(({ elements }) => elements),
    ...(language === undefined ? {} : { language }),
  };
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

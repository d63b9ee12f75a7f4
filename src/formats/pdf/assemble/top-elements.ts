/** Finds the structure elements of a run that hang under the book's Document element. */
import type { PrintedPdf } from "./reader/printed-pdf.js";
import {
  type Atom,
  isArray,
  isDict,
  isReference,
  isString,
  type PdfArray,
  type PdfDict,
  type Reference,
} from "./reader/values.js";

export interface TopElements {
  /** In reading order. */
  readonly elements: readonly Reference[];
  /** Text of the run's language, as its Document element has it. */
  readonly language?: Atom;
}

/**
 * The children of the run's own Document element, which the book's takes the place of. A
 * Document with content of its own is kept (and becomes a Part when it is written).
 *
 * @param structure The run's StructTreeRoot (ISO 32000-1, 14.7.2).
 */
export function topElements(pdf: PrintedPdf, structure: PdfDict): TopElements {
  const found = kids(pdf, structure).flatMap((kid): TopElements[] => {
    const element = pdf.resolve(kid);
    if (!isReference(kid) || !isDict(element)) return [];
    if (element.get("/S") !== "/Document") return [{ elements: [kid] }];
    const children = kids(pdf, element);
    const elements = children.filter(isReference);
    if (elements.length < children.length) return [{ elements: [kid] }];
    const language = pdf.resolve(element.get("/Lang"));
    return [{ elements, ...(isString(language) ? { language } : {}) }];
  });
  const language = found.find((each) => each.language !== undefined)?.language;
  return {
    elements: found.flatMap(({ elements }) => elements),
    ...(language === undefined ? {} : { language }),
  };
}

function kids(pdf: PrintedPdf, node: PdfDict): PdfArray {
  const value = node.get("/K");
  const target = pdf.resolve(value);
  if (isArray(target)) return target;
  return value === undefined ? [] : [value];
}

/** Writes the objects of a run as text with marks for what is not known before runs are joined. */
import { MARK } from "./prepared-run.js";
import { stringText } from "./reader/atoms.js";
import {
  type Atom,
  isArray,
  isNumber,
  isReference,
  isString,
  type PdfArray,
  type PdfValue,
  type Reference,
} from "./reader/values.js";

export interface Names {
  /** The number of the object that a reference leads to. */
  readonly number: (reference: Reference) => number;
  /** The number that stands for an identifier of a structure element. */
  readonly identifier: (id: string) => number;
}

/**
 * The text of an object. Keys of the parent tree and the heads that table cells name
 * (ISO 32000-1, table 349) become marks, wherever they stand.
 */
export function objectText(object: PdfValue, names: Names): string {
  if (typeof object === "string") return object;
  if (isReference(object)) return `${MARK.reference}${names.number(object)}`;
  if (isArray(object)) return arrayText(object, (item) => objectText(item, names));
  return `<<${entriesText(object, names)}>>`;
}

/** The text of a dictionary's entries but for some, without the brackets around them. */
export function entriesText(
  entries: Iterable<readonly [Atom, PdfValue]>,
  names: Names,
  ...without: readonly Atom[]
): string {
  let text = "";
  for (const [key, value] of entries) {
    if (!without.includes(key)) text += `${text && "\n"}${key} ${valueText(key, value, names)}`;
  }
  return text;
}

function valueText(key: Atom, value: PdfValue, names: Names): string {
  if ((key === "/StructParents" || key === "/StructParent") && isNumber(value)) {
    return `${MARK.parentKey}${value}`;
  }
  if (key !== "/Headers" || !isArray(value)) return objectText(value, names);
  return arrayText(value, (item) => (isString(item) ? identifierText(item, names) : objectText(item, names)));
}

/** The mark of an identifier. */
export function identifierText(id: Atom, names: Names): string {
  return `${MARK.identifier}${names.identifier(stringText(id))}`;
}

function arrayText(array: PdfArray, write: (item: PdfValue) => string): string {
  return `[${array.map(write).join(" ")}]`;
}

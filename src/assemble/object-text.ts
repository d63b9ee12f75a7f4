/** Writes the objects of a run as text with marks for what is not known before runs are joined. */
import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";
import { MARK } from "./prepared-run.js";

// Equal names are one object in pdf-lib.
const PARENT_KEYS = new Set([PDFName.of("StructParent"), PDFName.of("StructParents")]);
const HEADERS = PDFName.of("Headers");

export interface Names {
  /** The number of the object that a reference leads to. */
  readonly number: (ref: PDFRef) => number;
  /** The number that stands for an identifier of a structure element. */
  readonly identifier: (id: string) => number;
}

/**
 * The text of an object. Keys of the parent tree and the heads that table cells name
 * (ISO 32000-1, table 349) become marks, wherever they stand.
 */
export function objectText(object: PDFObject, names: Names): string {
  if (object instanceof PDFRef) return `${MARK.reference}${names.number(object)}`;
  if (object instanceof PDFDict) return `<<${entriesText(object.entries(), names)}>>`;
  if (object instanceof PDFArray) return arrayText(object, (item) => objectText(item, names));
  if (object instanceof PDFString) return stringText(object);
  return object.toString();
}

/** The text of a dictionary's entries, without the brackets around them. */
export function entriesText(entries: readonly (readonly [PDFName, PDFObject])[], names: Names): string {
  return entries.map(([key, value]) => `${key} ${valueText(key, value, names)}`).join("\n");
}

function valueText(key: PDFName, value: PDFObject, names: Names): string {
  if (PARENT_KEYS.has(key) && value instanceof PDFNumber) return `${MARK.parentKey}${value.asNumber()}`;
  if (key !== HEADERS || !(value instanceof PDFArray)) return objectText(value, names);
  return arrayText(value, (item) => (isString(item) ? identifierText(item, names) : objectText(item, names)));
}

/** The mark of an identifier. */
export function identifierText(id: PDFString | PDFHexString, names: Names): string {
  return `${MARK.identifier}${names.identifier(id.decodeText())}`;
}

function arrayText(array: PDFArray, write: (item: PDFObject) => string): string {
  return `[${array.asArray().map(write).join(" ")}]`;
}

/** A string with control characters is written in hexadecimal: the marks are control characters. */
function stringText(string: PDFString): string {
  const text = string.toString();
  if (![...text].some((character) => character < " ")) return text;
  return `<${Buffer.from(string.asBytes()).toString("hex")}>`;
}

export function isString(object: unknown): object is PDFString | PDFHexString {
  return object instanceof PDFString || object instanceof PDFHexString;
}

/** True for what can be the name of a destination. */
export function isNameOrString(object: unknown): object is PDFName | PDFString | PDFHexString {
  return object instanceof PDFName || isString(object);
}

/**
 * Objects of a printed PDF (ISO 32000-1, 7.3) as plain JavaScript values. A book has a hundred thousand
 * of them, and most are written again as they were: so there are no classes, and few things to allocate.
 */

/**
 * A name, number, string, boolean or null: its text in the form in which it is written again. The first
 * character tells which it is. No atom has characters below U+0020.
 */
export type Atom = string;

/** The number of the object that an indirect reference (7.3.10) leads to; all generations are 0. */
export type Reference = number;

export type PdfArray = readonly PdfValue[];

/** Keys are names with their slash, in the order of the file. */
export type PdfDict = ReadonlyMap<Atom, PdfValue>;

/** What may stand inside an array or a dictionary. */
export type PdfValue = Atom | Reference | PdfArray | PdfDict;

/** A stream (7.3.8); `data` is a part of the file, not yet decoded. */
export interface PdfStream {
  readonly dict: PdfDict;
  readonly data: Uint8Array;
}

/** What has a number of its own in the file. */
export type PdfObject = PdfValue | PdfStream;

export const NULL: Atom = "null";

type Maybe = PdfObject | undefined;

export const isReference = (object: Maybe): object is Reference => typeof object === "number";

export const isArray = (object: Maybe): object is PdfArray => Array.isArray(object);

export const isDict = (object: Maybe): object is PdfDict => object instanceof Map;

export const isStream = (object: Maybe): object is PdfStream =>
  typeof object === "object" && !isDict(object) && !isArray(object);

/** True for literal and for hexadecimal strings (7.3.4). */
export const isString = (object: Maybe): object is Atom =>
  typeof object === "string" && (object[0] === "(" || object[0] === "<");

/** True for what can be the name of a destination (12.3.2.3). */
export const isNameOrString = (object: Maybe): object is Atom =>
  isString(object) || (typeof object === "string" && object[0] === "/");

/** True for integers and real numbers (7.3.3). */
export const isNumber = (object: Maybe): object is Atom =>
  typeof object === "string" && (object[0] === "-" || (object[0]! >= "0" && object[0]! <= "9"));

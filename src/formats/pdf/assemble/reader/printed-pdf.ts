/**
 * Reads the PDF that the browser printed of a run.
 *
 * pdf-lib reads any PDF, also broken ones, and makes an object with methods of everything in it: that and
 * writing them again took 2.5 of the 34 seconds of processor time that a book of 830 pages takes. What
 * Skia, the library by which Chromium prints, writes is plain: a cross-reference table, and objects that are
 * not pressed. So this reads no more than that, goes by the table and by the lengths of streams, and refuses
 * what it does not know, rather than lose it.
 */
import { type CrossReferences, readCrossReferences } from "./cross-reference-table.js";
import { type Cursor, readValue, refuse, skipKeyword, skipSpace } from "./syntax.js";
import {
  type Atom,
  isArray,
  isDict,
  isNumber,
  isReference,
  NULL,
  type PdfArray,
  type PdfDict,
  type PdfObject,
  type PdfStream,
  type Reference,
} from "./values.js";

export interface PrintedPdf {
  readonly trailer: PdfDict;
  /** What a reference leads to; any other object is itself. Nothing for null (ISO 32000-1, 7.3.9). */
  readonly resolve: (object: PdfObject | undefined) => PdfObject | undefined;
  /** The dictionary that an object is or leads to, if there is one; throws for anything else. */
  readonly dict: (object: PdfObject | undefined) => PdfDict | undefined;
  /** The array that an object is or leads to, if there is one; throws for anything else. */
  readonly array: (object: PdfObject | undefined) => PdfArray | undefined;
  /** The number that an object is or leads to; throws for anything else. */
  readonly number: (object: PdfObject | undefined) => number;
}

/**
 * Opens a file; objects are read when they are first asked for.
 *
 * @throws Error with the offset of what it does not understand; reading an object may throw too.
 */
export function readPrintedPdf(bytes: Uint8Array): PrintedPdf {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (file.toString("latin1", 0, 5) !== "%PDF-") refuse({ origin: 0, at: 0 }, "it is no PDF");
  const references = readCrossReferences(file);
  const textOf = objectTexts(file, references);

  const objectOf = (reference: Reference): PdfObject | undefined => {
    const cursor = textOf(reference);
    if (cursor === undefined) return undefined;
    return readObject(cursor, reference);
  };

  const readObject = (cursor: Cursor, number: Reference): PdfObject => {
    if (!isHeadOf(cursor, number)) return refuse(cursor, `object ${number} is not where it should be`);
    const value = readValue(cursor);
    skipSpace(cursor);
    const object = isDict(value) && skipStartOfStream(cursor) ? readStream(cursor, value) : value;
    skipSpace(cursor);
    return skipKeyword(cursor, "endobj") ? object : refuse(cursor, `object ${number} has no end`);
  };

  /** The data is as long as the dictionary says, whatever it looks like. */
  const readStream = (cursor: Cursor, dict: PdfDict): PdfStream => {
    const start = cursor.at;
    cursor.at += numberOf(dict.get("/Length"));
    const data = bytes.subarray(cursor.origin + start, cursor.origin + cursor.at);
    skipEndOfLine(cursor);
    return skipKeyword(cursor, "endstream") ? { dict, data } : refuse(cursor, "a stream has another length");
  };

  const resolve = (object: PdfObject | undefined) => {
    const found = isReference(object) ? objectOf(object) : object;
    return found === NULL ? undefined : found;
  };
  const numberOf = (object: PdfObject | undefined) => {
    const found: Atom | undefined = expected(resolve(object), isNumber, "a number");
    return found === undefined ? wrongKind("a number") : Number(found);
  };
  return {
    trailer: references.trailer,
    resolve,
    dict: (object) => expected(resolve(object), isDict, "a dictionary"),
    array: (object) => expected(resolve(object), isArray, "an array"),
    number: numberOf,
  };
}

/**
 * Gives the text from an object to the next one, by number. Where an object ends, and whether it is a
 * stream, is known only when it has been read.
 */
function objectTexts(file: Buffer, { offsets, start }: CrossReferences) {
  const starts = Float64Array.from([...offsets.filter((offset) => offset !== undefined), start]).sort();
  return (number: Reference): Cursor | undefined => {
    const origin = offsets[number];
    if (origin === undefined) return undefined;
    return { text: file.toString("latin1", origin, firstAbove(starts, origin)), origin, at: 0 };
  };
}

/** The smallest of the sorted numbers that is larger than a limit. */
function firstAbove(sorted: Float64Array, limit: number): number | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! > limit) high = middle;
    else low = middle + 1;
  }
  return sorted[low];
}

/** Moves behind the number, generation and keyword of an object (7.3.10). */
function isHeadOf(cursor: Cursor, number: Reference): boolean {
  if (!skipKeyword(cursor, String(number))) return false;
  skipSpace(cursor);
  if (!skipKeyword(cursor, "0")) return false;
  skipSpace(cursor);
  return skipKeyword(cursor, "obj");
}

/** The keyword is followed by a line feed, with or without a carriage return before it (7.3.8.1). */
function skipStartOfStream(cursor: Cursor): boolean {
  if (!skipKeyword(cursor, "stream")) return false;
  if (!skipEndOfLine(cursor)) refuse(cursor, "a stream does not begin on a line of its own");
  return true;
}

function skipEndOfLine(cursor: Cursor): boolean {
  const { text, at } = cursor;
  if (text.startsWith("\r\n", at)) cursor.at += 2;
  else if (text[at] === "\n") cursor.at += 1;
  return cursor.at > at;
}

function expected<T extends PdfObject>(
  object: PdfObject | undefined,
  isKind: (object: PdfObject | undefined) => object is T,
  kind: string,
): T | undefined {
  return object === undefined || isKind(object) ? object : wrongKind(kind);
}

function wrongKind(kind: string): never {
  throw new Error(`The PDF that the browser printed has something else where it must have ${kind}.`);
}

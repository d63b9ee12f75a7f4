/**
 * Reads one object from the text of a PDF: ISO 32000-1, 7.2 and 7.3.
 *
 * Bytes are characters here (Latin-1): V8 searches and cuts strings faster than it makes them of bytes.
 */
import { normalLiteral, normalName, normalNumber } from "./atoms.js";
import type { Atom, PdfArray, PdfDict, PdfValue, Reference } from "./values.js";

/** A place in a part of the file. */
export interface Cursor {
  readonly text: string;
  /** Where the text begins in the file. */
  readonly origin: number;
  at: number;
}

/** Kinds of characters (7.2.2). A plain one may stand in a name as it is, an odd one may not. */
const PLAIN = 0;
const ODD = 1;
const SPACE = 2;
const DELIMITER = 3;
const KINDS = Uint8Array.from({ length: 256 }, (_, code) => {
  const character = String.fromCharCode(code);
  if ("\0\t\n\f\r ".includes(character)) return SPACE;
  if ("()<>[]{}/%".includes(character)) return DELIMITER;
  return code < 0x21 || code > 0x7e || character === "#" ? ODD : PLAIN;
});

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const PERCENT = 0x25;
const OPENING_PARENTHESIS = 0x28;
const CLOSING_PARENTHESIS = 0x29;
const SLASH = 0x2f;
const ZERO = 0x30;
const NINE = 0x39;
const LESS = 0x3c;
const GREATER = 0x3e;
const REFERENCE = 0x52;
const OPENING_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSING_BRACKET = 0x5d;

/** Reads the value at the cursor, and moves the cursor behind it. */
export function readValue(cursor: Cursor): PdfValue {
  skipSpace(cursor);
  const { text, at } = cursor;
  switch (text.charCodeAt(at)) {
    case SLASH:
      return readName(cursor);
    case LESS:
      return text.charCodeAt(at + 1) === LESS ? readDict(cursor) : readHexString(cursor);
    case OPENING_BRACKET:
      return readArray(cursor);
    case OPENING_PARENTHESIS:
      return readLiteral(cursor);
    default:
      return readReference(cursor) ?? readWord(cursor);
  }
}

/** Moves behind white space and comments (7.2.3). */
export function skipSpace(cursor: Cursor): void {
  cursor.at = behindSpace(cursor.text, cursor.at);
}

/** Moves behind a keyword when it is there. */
export function skipKeyword(cursor: Cursor, keyword: string): boolean {
  const { text, at } = cursor;
  if (!text.startsWith(keyword, at) || !isEnd(text, at + keyword.length)) return false;
  cursor.at = at + keyword.length;
  return true;
}

/** Reads an integer without a sign. */
export function readInteger(cursor: Cursor): number {
  const end = behindDigits(cursor.text, cursor.at);
  if (end === cursor.at || !isEnd(cursor.text, end)) return refuse(cursor, "a number is missing");
  const value = Number(cursor.text.slice(cursor.at, end));
  cursor.at = end;
  return value;
}

/** @throws always: only a fault of this program or of the browser leads here. */
export function refuse({ origin, at }: Pick<Cursor, "origin" | "at">, reason: string): never {
  throw new Error(`The PDF that the browser printed cannot be read: ${reason} (at byte ${origin + at}).`);
}

function behindSpace(text: string, start: number): number {
  let at = start;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === PERCENT) at = behindComment(text, at);
    else if (KINDS[code] === SPACE) at += 1;
    else return at;
  }
}

function behindComment(text: string, start: number): number {
  let at = start;
  while (at < text.length && text.charCodeAt(at) !== NEWLINE && text.charCodeAt(at) !== RETURN) at += 1;
  return at;
}

function behindDigits(text: string, start: number): number {
  let at = start;
  for (let code = text.charCodeAt(at); code >= ZERO && code <= NINE; code = text.charCodeAt(at)) at += 1;
  return at;
}

/** True where no word goes on. */
function isEnd(text: string, at: number): boolean {
  return at >= text.length || KINDS[text.charCodeAt(at)]! >= SPACE;
}

/** 7.3.5 */
function readName(cursor: Cursor): Atom {
  const { text, at: start } = cursor;
  let at = start + 1;
  while (KINDS[text.charCodeAt(at)] === PLAIN) at += 1;
  const isPlain = isEnd(text, at);
  while (!isEnd(text, at)) at += 1;
  cursor.at = at;
  const name = text.slice(start, at);
  return isPlain ? name : normalName(name);
}

/** 7.3.7; the same key may not be there twice. */
function readDict(cursor: Cursor): PdfDict {
  const { text } = cursor;
  const dict = new Map<Atom, PdfValue>();
  cursor.at += 2;
  for (;;) {
    skipSpace(cursor);
    const code = text.charCodeAt(cursor.at);
    if (code === GREATER && text.charCodeAt(cursor.at + 1) === GREATER) break;
    if (code !== SLASH) return refuse(cursor, "a dictionary has something else in place of a key");
    const { size } = dict;
    const key = readName(cursor);
    dict.set(key, readValue(cursor));
    if (dict.size === size) return refuse(cursor, `a dictionary has ${key} twice`);
  }
  cursor.at += 2;
  return dict;
}

/** 7.3.6 */
function readArray(cursor: Cursor): PdfArray {
  const array: PdfValue[] = [];
  cursor.at += 1;
  for (;;) {
    skipSpace(cursor);
    if (cursor.text.charCodeAt(cursor.at) === CLOSING_BRACKET) break;
    array.push(readValue(cursor));
  }
  cursor.at += 1;
  return array;
}

/** 7.3.4.2: parentheses inside are in pairs or have a backslash before them. */
function readLiteral(cursor: Cursor): Atom {
  const { text, at: start } = cursor;
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at += 1;
    else if (code === OPENING_PARENTHESIS) depth += 1;
    else if (code === CLOSING_PARENTHESIS) depth -= 1;
    if (depth === 0) {
      cursor.at = at + 1;
      return normalLiteral(text.slice(start, at + 1));
    }
  }
  return refuse(cursor, "a string has no end");
}

const HEX_DIGIT = /[\da-f]/i;

/** 7.3.4.3; white space inside is left out. */
function readHexString(cursor: Cursor): Atom {
  const { text } = cursor;
  let digits = "";
  for (cursor.at += 1; text.charCodeAt(cursor.at) !== GREATER; cursor.at += 1) {
    const character = text.charAt(cursor.at);
    if (HEX_DIGIT.test(character)) digits += character;
    else if (KINDS[character.charCodeAt(0)] !== SPACE) {
      return refuse(cursor, "a hexadecimal string has other characters or no end");
    }
  }
  cursor.at += 1;
  return `<${digits}>`;
}

/** 7.3.10: two integers and the letter R. */
function readReference(cursor: Cursor): Reference | undefined {
  const { text, at } = cursor;
  const end = behindDigits(text, at);
  if (end === at) return undefined;
  const generation = behindSpace(text, end);
  const generationEnd = behindDigits(text, generation);
  if (generation === end || generationEnd === generation) return undefined;
  const letter = behindSpace(text, generationEnd);
  if (letter === generationEnd || text.charCodeAt(letter) !== REFERENCE || !isEnd(text, letter + 1)) {
    return undefined;
  }
  if (Number(text.slice(generation, generationEnd)) !== 0) {
    return refuse(cursor, "a reference has a generation");
  }
  cursor.at = letter + 1;
  return Number(text.slice(at, end));
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;
/** What JavaScript would write in the same way. */
const NORMAL_INTEGER = /^(?:0|-?[1-9]\d{0,14})$/;

/** A number (7.3.3), a boolean (7.3.2) or null (7.3.9). */
function readWord(cursor: Cursor): Atom {
  const { text, at: start } = cursor;
  let at = start;
  while (!isEnd(text, at)) at += 1;
  const word = text.slice(start, at);
  if (NORMAL_INTEGER.test(word) || word === "true" || word === "false" || word === "null") {
    cursor.at = at;
    return word;
  }
  if (!NUMBER.test(word)) return refuse(cursor, "there is no object where one should be");
  cursor.at = at;
  return normalNumber(word);
}

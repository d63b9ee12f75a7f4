/**
 * Takes a content stream apart into operators and their operands: ISO 32000-1, 7.8.2.
 *
 * A book has tens of megabytes of them, nearly all of it numbers and short strings in hexadecimal digits:
 * these are read here, everything else by the reader of objects.
 */
import { stringBytes } from "../../assemble/reader/atoms.js";
import { type Cursor, readValue, refuse, skipSpace } from "../../assemble/reader/syntax.js";
import { isString, type PdfValue } from "../../assemble/reader/values.js";

export interface Operands {
  /** How many numbers there are; what stands behind them in the list is of earlier operators. */
  count: number;
  readonly numbers: number[];
  /** The last operand that is a string of one code of two bytes: nearly all are. */
  code: number | undefined;
  /** The bytes of the last operand that is any other string, as characters (Latin-1). */
  string: string | undefined;
  /** The last operand that is neither; names are atoms. */
  value: PdfValue | undefined;
}

/** A number for the name of an operator: to look up five million names takes longer. */
export function operatorCode(name: string): number {
  let code = 0;
  for (let at = 0; at < name.length; at += 1) code = code * 256 + name.charCodeAt(at);
  return code;
}

const [BEGIN_IMAGE, ...CONSTANTS] = ["BI", "true", "false", "null"].map(operatorCode);

/** What begins with a character. */
const OTHER = 0;
const BLANK = 1;
const NUMBER = 2;
const LETTER = 3;
/** Operators are made of letters, asterisks, quotes and, in type 3 fonts, digits. */
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (" \n\r\t".includes(character)) return BLANK;
  if (/[\d.+-]/.test(character)) return NUMBER;
  return /[A-Za-z'"]/.test(character) ? LETTER : OTHER;
});
/** Above all codes of names with up to three characters. */
const SHORT = 2 ** 24;
const ASTERISK = 0x2a;
const PLUS = 0x2b;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const LESS = 0x3c;
const GREATER = 0x3e;
const SMALL_A = 0x61;
const SMALL_F = 0x66;
/** Digits of a code of two bytes. */
const CODE_LENGTH = 4;
/** What Skia writes around the code of a letter that stands on a line behind another one. */
const [BEFORE_CODE, BEHIND_CODE] = [" 0 Td <", "> Tj\n"] as const;

export interface ContentHandler {
  /** Is given the code of each operator, and its operands, which hold only until it returns. */
  readonly run: (operator: number, operands: Operands) => void;
  /** Stands for `distance 0 Td <code> Tj`: nine of ten operators of a book are in such pairs. */
  readonly step: (distance: number, code: number) => void;
}

export function scanContent(text: string, { run, step }: ContentHandler): void {
  const numbers = [0.5];
  const operands: Operands = { count: 0, numbers, code: undefined, string: undefined, value: undefined };
  const cursor: Cursor = { text, origin: 0, at: 0 };
  const { length } = text;
  while (cursor.at < length) {
    const code = text.charCodeAt(cursor.at);
    const kind = code < KINDS.length ? KINDS[code]! : OTHER;
    if (kind === BLANK) cursor.at += 1;
    else if (kind === NUMBER) {
      numbers[operands.count] = readNumber(cursor, code);
      const next = operands.count === 0 ? readStep(cursor) : undefined;
      if (next === undefined) operands.count += 1;
      else step(numbers[0]!, next);
    } else if (kind === LETTER) {
      const operator = readOperator(cursor);
      if (operator === BEGIN_IMAGE) skipInlineImage(cursor);
      else if (operator < SHORT || !CONSTANTS.includes(operator)) {
        run(operator, operands);
        operands.count = 0;
        operands.code = undefined;
        operands.string = undefined;
        operands.value = undefined;
      }
    } else readOperand(cursor, code, operands);
  }
}

function readOperand(cursor: Cursor, code: number, operands: Operands): void {
  if (code === LESS && cursor.text.charCodeAt(cursor.at + CODE_LENGTH + 1) === GREATER) {
    operands.code = readCode(cursor);
    if (operands.code !== undefined) return;
  }
  const start = cursor.at;
  skipSpace(cursor);
  if (cursor.at > start) return;
  const value = readValue(cursor);
  if (isString(value)) operands.string = stringBytes(value);
  else operands.value = value;
}

/** What a distance is followed by when it is that of a step: the code of the letter. */
function readStep(cursor: Cursor): number | undefined {
  const { text, at } = cursor;
  const start = at + BEFORE_CODE.length;
  const end = start + CODE_LENGTH;
  if (!text.startsWith(BEFORE_CODE, at) || !text.startsWith(BEHIND_CODE, end)) return undefined;
  const code = codeAt(text, start);
  if (code !== undefined) cursor.at = end + BEHIND_CODE.length;
  return code;
}

/** A string in hexadecimal digits (7.3.4.3); undefined when something else is between the brackets. */
function readCode(cursor: Cursor): number | undefined {
  const code = codeAt(cursor.text, cursor.at + 1);
  if (code !== undefined) cursor.at += CODE_LENGTH + 2;
  return code;
}

function codeAt(text: string, start: number): number | undefined {
  let code = 0;
  for (let at = start; at < start + CODE_LENGTH; at += 1) {
    const value = digitOf(text.charCodeAt(at));
    if (value < 0) return undefined;
    code = code * 16 + value;
  }
  return code;
}

function digitOf(character: number): number {
  if (character >= ZERO && character <= NINE) return character - ZERO;
  // Small and capital letters differ by one bit.
  const letter = character | 0x20;
  return letter >= SMALL_A && letter <= SMALL_F ? letter - SMALL_A + 10 : -1;
}

/** 7.3.3 */
function readNumber(cursor: Cursor, first: number): number {
  const { text } = cursor;
  let at = first === MINUS || first === PLUS ? cursor.at + 1 : cursor.at;
  let value = 0;
  let scale = 0;
  for (; ; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= ZERO && code <= NINE) {
      value = value * 10 + code - ZERO;
      scale *= 10;
    } else if (code === POINT && scale === 0) scale = 1;
    else break;
  }
  // What is no number is passed by, too.
  cursor.at = Math.max(at, cursor.at + 1);
  if (scale > 1) value /= scale;
  return first === MINUS ? -value : value;
}

function readOperator(cursor: Cursor): number {
  const { text } = cursor;
  let { at } = cursor;
  let operator = 0;
  for (;;) {
    const code = text.charCodeAt(at);
    const isPart = KINDS[code] === LETTER || (code >= ZERO && code <= NINE) || code === ASTERISK;
    if (!isPart) break;
    operator = operator * 256 + code;
    at += 1;
  }
  cursor.at = at;
  return operator;
}

/** 8.9.7: Skia writes none; what is in one is data. */
function skipInlineImage(cursor: Cursor): void {
  const end = /\sEI(?=\s)/g;
  end.lastIndex = cursor.at;
  if (!end.test(cursor.text)) refuse(cursor, "an image has no end");
  cursor.at = end.lastIndex;
}

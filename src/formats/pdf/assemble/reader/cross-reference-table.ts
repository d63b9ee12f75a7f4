/** Finds where the objects of a PDF are: ISO 32000-1, 7.5.4 and 7.5.5. */
import { type Cursor, readInteger, readValue, refuse, skipKeyword, skipSpace } from "./syntax.js";
import { isDict, type PdfDict } from "./values.js";

export interface CrossReferences {
  /** Offset of each object in the file, by its number; nothing for numbers that are free. */
  readonly offsets: readonly (number | undefined)[];
  /** Offset of the table itself. */
  readonly start: number;
  readonly trailer: PdfDict;
}

/** How far from the end of the file the offset of the table may stand: viewers look as far. */
const TAIL = 1024;

const NOT_READ: Readonly<Record<string, string>> = {
  "/Prev": "it has been changed after it was printed",
  "/XRefStm": "some of its cross-references are in a stream",
  "/Encrypt": "it is encrypted",
};

/**
 * Reads the cross-reference table and the trailer of a PDF that was written in one go.
 *
 * @throws for a file that keeps its cross-references in a stream (7.5.8), that was changed later
 * (7.5.6), or that is encrypted.
 */
export function readCrossReferences(file: Buffer): CrossReferences {
  const start = startOfTable(file);
  const cursor: Cursor = { text: file.toString("latin1", start), origin: start, at: 0 };
  if (!skipKeyword(cursor, "xref")) return refuse(cursor, "there is no cross-reference table");
  const offsets: (number | undefined)[] = [];
  for (skipSpace(cursor); !skipKeyword(cursor, "trailer"); skipSpace(cursor)) readSubsection(cursor, offsets);
  const trailer = readValue(cursor);
  if (!isDict(trailer)) return refuse(cursor, "the trailer is not a dictionary");
  for (const [key, reason] of Object.entries(NOT_READ)) if (trailer.has(key)) refuse(cursor, reason);
  return { offsets, start, trailer };
}

/** The number behind the last `startxref`. */
function startOfTable(file: Buffer): number {
  const origin = Math.max(0, file.length - TAIL);
  const text = file.toString("latin1", origin);
  const at = text.lastIndexOf("startxref");
  const cursor: Cursor = { text, origin, at: Math.max(0, at) };
  if (!skipKeyword(cursor, "startxref")) return refuse(cursor, "it has no end");
  skipSpace(cursor);
  const start = readInteger(cursor);
  return start < file.length ? start : refuse(cursor, "its cross-reference table is behind its end");
}

/** Twenty bytes: offset, generation, and whether the number is in use or free. */
const ENTRY = /\d{10} (?:00000 n|\d{5} f)(?: \r| \n|\r\n)/y;
const OFFSET_LENGTH = 10;
const USE_AT = 17;

function readSubsection(cursor: Cursor, offsets: (number | undefined)[]): void {
  const first = readInteger(cursor);
  skipSpace(cursor);
  const count = readInteger(cursor);
  skipSpace(cursor);
  const { text } = cursor;
  for (let number = first; number < first + count; number += 1) {
    const { at } = cursor;
    ENTRY.lastIndex = at;
    if (!ENTRY.test(text)) refuse(cursor, `object ${number} has no entry of generation 0`);
    offsets[number] = text[at + USE_AT] === "n" ? Number(text.slice(at, at + OFFSET_LENGTH)) : undefined;
    cursor.at = ENTRY.lastIndex;
  }
}

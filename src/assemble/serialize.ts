/**
 * Writes the document as a file: ISO 32000-1, 7.5, with object streams.
 *
 * pdf-lib's own writer searches its whole cross-reference table for every object that it
 * adds (2.5 seconds for a book of 850 pages), and gives no identifier.
 */
import { createHash } from "node:crypto";
import { type PDFContext, type PDFObject, type PDFRef, PDFStream } from "@cantoo/pdf-lib";
import { OBJECTS_PER_STREAM, type ObjectStream, pressObjects } from "./object-streams.js";

/** The comment of bytes above 127 tells programs that move files that this one is binary. */
const HEADER = Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1");

const END_OF_STREAM = Buffer.from("\nendstream\nendobj\n", "latin1");

/** Bytes of the three fields of a cross-reference entry: type, offset or stream, index. */
const FIELD_WIDTHS = [1, 4, 2] as const;
const ENTRY = FIELD_WIDTHS[0] + FIELD_WIDTHS[1] + FIELD_WIDTHS[2];
/** Each entry is written as what it adds to the one before (7.4.4.4): a tenth of the size, and of the time. */
const PREDICTED = { Predictor: 12, Columns: ENTRY } as const;
/** The tag of a row that is predicted by the one above: ISO/IEC 15948, 9.2. */
const UP = 2;

type Place =
  | { readonly kind: "offset"; readonly offset: number }
  | { readonly kind: "in-stream"; readonly stream: number; readonly index: number };

/** A stream that the browser wrote: the text of its dictionary up to its length, and its bytes. */
export interface StreamObject {
  readonly number: number;
  /** Begins with `<<`, without an end. */
  readonly dictionary: string;
  readonly content: Uint8Array;
}

/** Objects that are written already. */
export interface PrintedObjects {
  /** Number and text of each. */
  readonly texts: readonly (readonly [number, string])[];
  readonly streams: readonly StreamObject[];
  /** Those that are pressed together already. */
  readonly objectStreams: readonly ObjectStream[];
}

/**
 * Serialises the document as PDF 1.7: the printed objects, then those of the context.
 *
 * The file identifier (14.4) is the start of the SHA-256 of everything before the trailer.
 */
export function serialize(
  context: PDFContext,
  root: PDFRef,
  info: PDFRef,
  printed: PrintedObjects,
): Uint8Array {
  const parts: Uint8Array[] = [HEADER];
  const places = new Map<number, Place>();
  let length = HEADER.length;
  const put = (number: number, ...bytes: Uint8Array[]): void => {
    places.set(number, { kind: "offset", offset: length });
    for (const each of bytes) {
      parts.push(each);
      length += each.length;
    }
  };
  const write = (ref: PDFRef, stream: PDFStream): void => put(ref.objectNumber, indirectObject(ref, stream));

  const putStream = ({ number, dictionary, content }: StreamObject): void => {
    const head = `${number} 0 obj\n${dictionary}\n/Length ${content.length}>>\nstream\n`;
    put(number, Buffer.from(head, "latin1"), content, END_OF_STREAM);
  };
  const putObjectStream = ({ members, first, content }: ObjectStream): void => {
    const { objectNumber: stream } = context.nextRef();
    for (const [index, member] of members.entries()) places.set(member, { kind: "in-stream", stream, index });
    const entries = ["/Type /ObjStm", `/N ${members.length}`, `/First ${first}`, "/Filter /FlateDecode"];
    putStream({ number: stream, dictionary: `<<${entries.join("\n")}`, content });
  };

  printed.streams.forEach(putStream);
  printed.objectStreams.forEach(putObjectStream);
  const loose = [...printed.texts];
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFStream) write(ref, object);
    else loose.push([ref.objectNumber, textOf(object)]);
  }
  for (let start = 0; start < loose.length; start += OBJECTS_PER_STREAM) {
    const objects = loose.slice(start, start + OBJECTS_PER_STREAM);
    putObjectStream({ members: objects.map(([number]) => number), ...pressObjects(context, objects) });
  }

  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  const id = hash.digest().subarray(0, 16);
  const table = context.nextRef();
  const startOfTable = length;
  places.set(table.objectNumber, { kind: "offset", offset: startOfTable });
  const size = table.objectNumber + 1;
  const trailer = { Type: "XRef", Size: size, W: [...FIELD_WIDTHS], Root: root, Info: info, ID: [id, id] };
  const entries = predicted(crossReferences(places, size));
  write(table, context.flateStream(entries, { ...trailer, DecodeParms: PREDICTED }));
  parts.push(Buffer.from(`startxref\n${startOfTable}\n%%EOF\n`, "latin1"));
  const file = Buffer.concat(parts);
  return new Uint8Array(file.buffer, file.byteOffset, file.length);
}

function textOf(object: PDFObject): string {
  const bytes = Buffer.alloc(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return bytes.toString("latin1");
}

function indirectObject(ref: PDFRef, object: PDFObject): Uint8Array {
  const head = `${ref.objectNumber} 0 obj\n`;
  const tail = "\nendobj\n";
  const bytes = Buffer.allocUnsafe(head.length + object.sizeInBytes() + tail.length);
  bytes.write(head, 0, "latin1");
  const end = head.length + object.copyBytesInto(bytes, head.length);
  bytes.write(tail, end, "latin1");
  return bytes;
}

/** The entries of a cross-reference stream, one for each number below `size`: 7.5.8. */
function crossReferences(places: ReadonlyMap<number, Place>, size: number): Buffer {
  const table = Buffer.alloc(size * ENTRY);
  for (let number = 0; number < size; number += 1) {
    const place = places.get(number);
    const at = number * ENTRY;
    // Numbers that a block has left over stay free: type 0, never to be used again (generation 65535).
    if (place === undefined) table.writeUInt16BE(0xffff, at + 5);
    else if (place.kind === "offset") writeEntry(table, at, 1, place.offset, 0);
    else writeEntry(table, at, 2, place.stream, place.index);
  }
  return table;
}

/** The rows of a table with their differences from the rows above. */
function predicted(table: Buffer): Uint8Array {
  const rows = table.length / ENTRY;
  const result = new Uint8Array(rows * (ENTRY + 1));
  for (let row = 0; row < rows; row += 1) {
    const to = row * (ENTRY + 1);
    const from = row * ENTRY;
    result[to] = UP;
    for (let column = 0; column < ENTRY; column += 1) {
      const above = row === 0 ? 0 : table[from - ENTRY + column]!;
      result[to + 1 + column] = table[from + column]! - above;
    }
  }
  return result;
}

function writeEntry(table: Buffer, at: number, type: number, second: number, third: number): void {
  table.writeUInt8(type, at);
  table.writeUInt32BE(second, at + FIELD_WIDTHS[0]);
  table.writeUInt16BE(third, at + FIELD_WIDTHS[0] + FIELD_WIDTHS[1]);
}

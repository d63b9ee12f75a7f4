/**
 * Writes the document as a file: ISO 32000-1, 7.5, with object streams.
 *
 * pdf-lib's own writer searches its whole cross-reference table for every object that it
 * adds (2.5 seconds for a book of 850 pages), and gives no identifier.
 */
import { createHash } from "node:crypto";
import { type PDFContext, type PDFObject, PDFRawStream, type PDFRef, PDFStream } from "@cantoo/pdf-lib";
import type { SegmentStore } from "./assembly.js";
import { ENTRIES_FORMAT, openCrossReferences } from "./cross-references.js";
import { OBJECTS_PER_STREAM, type ObjectStream, pressOnce } from "./object-streams.js";
import { pressRows } from "./press-rows.js";

/** The comment of bytes above 127 tells programs that move files that this one is binary. */
const HEADER = Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1");

const END_OF_STREAM = Buffer.from("\nendstream\nendobj\n", "latin1");

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
export async function serialize(
  context: PDFContext,
  root: PDFRef,
  info: PDFRef,
  printed: PrintedObjects,
  segments: SegmentStore,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [HEADER];
  const places = openCrossReferences(context.largestObjectNumber + 1);
  let length = HEADER.length;
  const put = (number: number, ...bytes: Uint8Array[]): void => {
    places.atOffset(number, length);
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
    for (const [index, member] of members.entries()) places.inStream(member, stream, index);
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
  const chunks = Array.from({ length: Math.ceil(loose.length / OBJECTS_PER_STREAM) }, (_, index) =>
    loose.slice(index * OBJECTS_PER_STREAM, (index + 1) * OBJECTS_PER_STREAM),
  );
  const pressed = await Promise.all(chunks.map((objects) => pressOnce(context, objects, segments)));
  pressed.forEach(putObjectStream);

  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  const id = hash.digest().subarray(0, 16);
  const table = context.nextRef();
  const startOfTable = length;
  places.atOffset(table.objectNumber, startOfTable);
  const size = table.objectNumber + 1;
  const trailer = { Type: "XRef", Size: size, ...ENTRIES_FORMAT, Root: root, Info: info, ID: [id, id] };
  const entries = context.obj({ ...trailer, Filter: "FlateDecode" });
  write(table, PDFRawStream.of(entries, pressRows(places.rows(size))));
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

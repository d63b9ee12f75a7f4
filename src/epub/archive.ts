/**
 * Writes a ZIP archive (PKWARE APPNOTE 6.3.10; EPUB 3.3, 4.3).
 *
 * The library that makes the ebook compresses in JavaScript, one file after another. Here zlib does
 * it, in the threads that Node keeps for such work: a tenth of the time, and none of the program's.
 */
import { promisify } from "node:util";
import { crc32, deflateRaw } from "node:zlib";

/** A file of an archive. */
export interface ArchiveEntry {
  readonly name: string;
  readonly content: Uint8Array;
  /** `deflate` is only taken when it makes the file smaller. */
  readonly compression: "deflate" | "store";
}

interface Packed {
  readonly name: Buffer;
  readonly data: Uint8Array;
  readonly size: number;
  readonly checksum: number;
  readonly method: number;
}

/** Higher levels take twice the time for one part in a hundred. */
const LEVEL = 6;

const STORED = 0;
const DEFLATED = 8;
/** 2.0: what reads the archive has to know deflate and folders (4.4.3). */
const VERSION = 20;
/** The name is UTF-8, not the character set of the first PCs (4.4.4, bit 11). */
const UTF8_NAME = 0x0800;
const ASCII = /^[ -~]*$/;

const deflate = promisify(deflateRaw);

/**
 * The archive, with its entries in their order.
 *
 * @param date of every entry, as UTC; from 1980 to 2107.
 * @throws RangeError when it has more than 65,535 entries or 4 GB, which takes ZIP64.
 */
export async function writeArchive(entries: readonly ArchiveEntry[], date: Date): Promise<Buffer> {
  const packed = await Promise.all(entries.map(pack));
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const each of packed) {
    const facts = factsOf(each, date);
    const local = Buffer.concat([uint32(0x04034b50), uint16(VERSION), facts, uint16(0), each.name]);
    directory.push(directoryRecord(each.name, facts, offset));
    parts.push(local, each.data);
    offset += local.length + each.data.length;
  }
  const central = Buffer.concat(directory);
  return Buffer.concat([...parts, central, endRecord(packed.length, central.length, offset)]);
}

async function pack({ name, content, compression }: ArchiveEntry): Promise<Packed> {
  const whole = { name: Buffer.from(name), size: content.length, checksum: crc32(content) };
  const stored = { ...whole, data: content, method: STORED };
  if (compression === "store") return stored;
  const data = await deflate(content, { level: LEVEL });
  return data.length < content.length ? { ...whole, data, method: DEFLATED } : stored;
}

/** What the entry and its record in the directory have in common (4.4.4 to 4.4.10). */
function factsOf({ name, data, size, checksum, method }: Packed, date: Date): Buffer {
  return Buffer.concat([
    uint16(ASCII.test(name.toString()) ? 0 : UTF8_NAME),
    uint16(method),
    uint16((date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1)),
    uint16(((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate()),
    uint32(checksum),
    uint32(data.length),
    uint32(size),
    uint16(name.length),
  ]);
}

/** Central directory header (4.3.12): no extra field, no comment, first disk, no attributes. */
function directoryRecord(name: Buffer, facts: Buffer, offset: number): Buffer {
  const nothing = Buffer.alloc(12);
  const versions = [uint16(VERSION), uint16(VERSION)];
  return Buffer.concat([uint32(0x02014b50), ...versions, facts, nothing, uint32(offset), name]);
}

/** End of central directory record (4.3.16). */
function endRecord(entries: number, size: number, offset: number): Buffer {
  const counts = [uint16(entries), uint16(entries)];
  return Buffer.concat([uint32(0x06054b50), uint32(0), ...counts, uint32(size), uint32(offset), uint16(0)]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/**
 * How large the files of an ebook are when they are taken out of their archive: an archive of a megabyte
 * may hold two thousand. Each is taken out once, natively and never further than to its limit, before
 * anything else opens the archive.
 */
import { inflateRawSync, constants as zlib } from "node:zlib";
import type { Finding } from "../../../diagnostics/finding.js";

const MEBIBYTE = 2 ** 20;
const MOST_ENTRIES = 20_000;
const MOST_OF_ONE = 256 * MEBIBYTE;
/** Documents, style sheets and package files: what is read as text. */
const MOST_OF_TEXT = 32 * MEBIBYTE;
const MOST_OF_ALL = 1024 * MEBIBYTE;

const TEXT = /\.(?:x?html?|opf|ncx|css|svg|xml|js|txt|smil)$/i;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly data: Buffer;
}

/** None when the archive is of a size that can be checked, or is no archive: EPUBCheck says so. */
export function archiveTooLarge(bytes: Uint8Array): Finding | undefined {
  let count = 0;
  let total = 0;
  for (const entry of entriesOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))) {
    count += 1;
    if (count > MOST_ENTRIES) return tooLarge(`it has more than ${MOST_ENTRIES} files`);
    const most = TEXT.test(entry.name) ? MOST_OF_TEXT : MOST_OF_ONE;
    const size = sizeOf(entry, most);
    if (size > most) return tooLarge(`\`${entry.name}\` has more than ${most / MEBIBYTE} MiB`);
    total += size;
    if (total > MOST_OF_ALL) return tooLarge(`its files have more than ${MOST_OF_ALL / MEBIBYTE} MiB`);
  }
  return undefined;
}

function tooLarge(reason: string): Finding {
  const hint = "Make it again: no program that makes ebooks writes such a file";
  return { code: "too-complex", message: `The ebook is not checked: ${reason}`, hint };
}

function sizeOf({ method, data }: Entry, most: number): number {
  if (method === 0) return data.length;
  try {
    const options = { maxOutputLength: most, finishFlush: zlib.Z_SYNC_FLUSH };
    return inflateRawSync(data, options).length;
  } catch (error) {
    const isTooLarge = (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
    // What is damaged is told by EPUBCheck.
    return isTooLarge ? most + 1 : 0;
  }
}

/** By the central directory, as readers go (APPNOTE.TXT, 4.3.12 and 4.3.16); without the 64-bit forms. */
function* entriesOf(archive: Buffer): Generator<Entry> {
  const end = archive.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
  if (end < 0 || end + 20 > archive.length) return;
  for (let at = archive.readUInt32LE(end + 16); at + 46 <= end; ) {
    if (archive.readUInt32LE(at) !== 0x02014b50) return;
    const method = archive.readUInt16LE(at + 10);
    const length = archive.readUInt32LE(at + 20);
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset));
    const name = archive.toString("utf8", at + 46, at + 46 + nameLength!);
    const local = archive.readUInt32LE(at + 42);
    at += 46 + nameLength! + extra! + comment!;
    if (local + 30 > archive.length) continue;
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    yield { name, method, data: archive.subarray(start, start + length) };
  }
}

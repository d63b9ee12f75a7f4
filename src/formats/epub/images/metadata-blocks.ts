/**
 * What JPEG and PNG files carry beside the picture: XMP and IPTC. Nothing is decoded, and a file of another format is
 * left as it is.
 */
import { crc32 } from "node:zlib";

/** A part of a file, with what is in it. */
interface Block {
  readonly start: number;
  readonly end: number;
  readonly content: Buffer;
}

const ADOBE_XMP = Buffer.from("http://ns.adobe.com/xap/1.0/\0", "latin1");
const PHOTOSHOP = Buffer.from("Photoshop 3.0\0", "latin1");
/** A keyword, two zeros that say it is not compressed, and neither language nor translation. */
const PNG_XMP = Buffer.from("XML:com.adobe.xmp\0\0\0\0\0", "latin1");

/** Behind a marker, with the length itself (ITU-T T.81, B.1.1.4). */
const LONGEST_SEGMENT = 65_535;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP13 = 0xed;

/** The packet of XMP in a picture, when it has one that is not compressed. */
export function xmpIn(bytes: Uint8Array, mediaType: string): string | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (mediaType === "image/jpeg") return jpegXmp(buffer)?.content.toString("utf8", ADOBE_XMP.length);
  return mediaType === "image/png" ? pngXmp(buffer)?.content.toString("utf8", PNG_XMP.length) : undefined;
}

/** The picture with a packet of XMP in the place of the one that it has; without it where it is too long. */
export function withXmp(bytes: Uint8Array, mediaType: string, packet: string): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (mediaType === "image/jpeg") return jpegWithXmp(buffer, packet);
  return mediaType === "image/png" ? pngWithXmp(buffer, packet) : bytes;
}

/** @param iptc resources of Photoshop (`8BIM…`), as a JPEG file has them. */
export function withIptc(bytes: Uint8Array, mediaType: string, iptc: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const content = Buffer.from(iptc).subarray(0, 4).equals(Buffer.from("8BIM"))
    ? Buffer.concat([PHOTOSHOP, iptc])
    : Buffer.from(iptc);
  if (mediaType !== "image/jpeg" || !content.subarray(0, PHOTOSHOP.length).equals(PHOTOSHOP)) return bytes;
  return withSegment(buffer, APP13, content);
}

/** XMP part 3, 1.1.3: a segment APP1 of its own. */
function jpegWithXmp(bytes: Buffer, packet: string): Uint8Array {
  const given = jpegXmp(bytes);
  const rest = given ? Buffer.concat([bytes.subarray(0, given.start), bytes.subarray(given.end)]) : bytes;
  return withSegment(rest, APP1, Buffer.concat([ADOBE_XMP, Buffer.from(packet)]));
}

function jpegXmp(bytes: Buffer): Block | undefined {
  return segmentsOf(bytes).find(({ content }) => content.subarray(0, ADOBE_XMP.length).equals(ADOBE_XMP));
}

/** Behind the segments of JFIF and Exif, which come first. */
function withSegment(bytes: Buffer, marker: number, content: Buffer): Uint8Array {
  if (content.length + 2 > LONGEST_SEGMENT) return bytes;
  const first = segmentsOf(bytes).filter(
    ({ start, content: of }) =>
      bytes[start + 1] === APP0 || (bytes[start + 1] === APP1 && of.toString("latin1", 0, 4) === "Exif"),
  );
  const at = first.at(-1)?.end ?? 2;
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([bytes.subarray(0, at), head, content, bytes.subarray(at)]);
}

/** Those of applications, which stand before the picture. */
function segmentsOf(bytes: Buffer): Block[] {
  const found: Block[] = [];
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff && (bytes[at + 1]! & 0xf0) === 0xe0; ) {
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    found.push({ start: at, end, content: bytes.subarray(at + 4, end) });
    at = end;
  }
  return found;
}

/** PNG (Third Edition), 11.3.3.4, and XMP part 3, 1.1.5: a chunk `iTXt` behind the header, which is the first one. */
function pngWithXmp(bytes: Buffer, packet: string): Uint8Array {
  const given = pngXmp(bytes);
  const rest = given ? Buffer.concat([bytes.subarray(0, given.start), bytes.subarray(given.end)]) : bytes;
  const header = chunksOf(rest)[0];
  if (header === undefined) return bytes;
  const content = Buffer.concat([Buffer.from("iTXt"), PNG_XMP, Buffer.from(packet)]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length - 4);
  sum.writeUInt32BE(crc32(content));
  return Buffer.concat([rest.subarray(0, header.end), length, content, sum, rest.subarray(header.end)]);
}

function pngXmp(bytes: Buffer): Block | undefined {
  return chunksOf(bytes).find(
    ({ start, content }) =>
      bytes.toString("latin1", start + 4, start + 8) === "iTXt" &&
      content.subarray(0, PNG_XMP.length).equals(PNG_XMP),
  );
}

function chunksOf(bytes: Buffer): Block[] {
  const found: Block[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at);
    found.push({ start: at, end, content: bytes.subarray(at + 8, end - 4) });
    at = end;
  }
  return found;
}

/**
 * What the first bytes of a picture tell: its format, its size, and whether all of it is there.
 *
 * Nothing is decoded: a few kilobytes may stand for a picture of many gigabytes, and that must
 * be known before anything opens it.
 */

export interface ImageFacts {
  readonly mediaType: string;
  /** In pixels; undefined for a drawing, or when the file does not get that far. */
  readonly width?: number;
  readonly height?: number;
  /** False for a file that was cut short. */
  readonly complete: boolean;
}

type Read = (bytes: Buffer) => ImageFacts;

const READERS: readonly (readonly [(bytes: Buffer) => boolean, Read])[] = [
  [(bytes) => bytes.subarray(0, 8).equals(Buffer.from("\x89PNG\r\n\x1a\n", "latin1")), png],
  [(bytes) => bytes.readUIntBE(0, 3) === 0xffd8ff, jpeg],
  [(bytes) => /^GIF8[79]a/.test(bytes.toString("latin1", 0, 6)), gif],
  [(bytes) => /^RIFF[\s\S]{4}WEBP/.test(bytes.toString("latin1", 0, 12)), webp],
  [(bytes) => /^ftyp(?:avif|avis)/.test(bytes.toString("latin1", 4, 12)), avif],
];

/** Undefined for what is no picture made of pixels. */
export function imageFacts(content: Uint8Array): ImageFacts | undefined {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (bytes.length < 12) return undefined;
  return READERS.find(([is]) => is(bytes))?.[1](bytes);
}

/** PNG (Third Edition), section 11.2.1: the header comes first, `IEND` last. */
function png(bytes: Buffer): ImageFacts {
  let at = 8;
  while (at + 8 <= bytes.length && bytes.toString("latin1", at + 4, at + 8) !== "IEND") {
    at += 12 + bytes.readUInt32BE(at);
  }
  const size = bytes.length < 24 ? {} : { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  return { mediaType: "image/png", ...size, complete: at + 12 <= bytes.length };
}

/** A start of frame (ITU-T T.81, B.2.2), but not the Huffman, arithmetic and reserved markers among them. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function jpeg(bytes: Buffer): ImageFacts {
  // Cameras write things behind the end of the picture.
  const complete = bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) > 0;
  let at = 2;
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!;
    if (isFrame(marker)) {
      const size = { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
      return { mediaType: "image/jpeg", ...size, complete };
    }
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return { mediaType: "image/jpeg", complete: false };
}

/** GIF89a: the trailer `;` ends the file; some programs pad it. */
function gif(bytes: Buffer): ImageFacts {
  let end = bytes.length - 1;
  while (end > 0 && bytes[end] === 0) end -= 1;
  const complete = bytes.length > 13 && bytes[end] === 0x3b;
  return {
    mediaType: "image/gif",
    width: bytes.readUInt16LE(6),
    height: bytes.readUInt16LE(8),
    complete,
  };
}

/** RFC 9649, section 2. */
function webp(bytes: Buffer): ImageFacts {
  const complete = bytes.length >= bytes.readUInt32LE(4) + 8;
  const mediaType = "image/webp";
  if (bytes.length < 30) return { mediaType, complete: false };
  const kind = bytes.toString("latin1", 12, 16);
  if (kind === "VP8X") {
    const size = { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    return { mediaType, ...size, complete };
  }
  if (kind === "VP8L") {
    const bits = bytes.readUInt32LE(21);
    return { mediaType, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1, complete };
  }
  const size = { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
  return { mediaType, ...size, complete };
}

/** ISO/IEC 14496-12: boxes with their lengths; the size is in the box `ispe`, the picture in `mdat`. */
function avif(bytes: Buffer): ImageFacts {
  const at = bytes.subarray(0, 65_536).indexOf("ispe");
  const hasSize = at > 0 && at + 16 <= bytes.length;
  const size = hasSize ? { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) } : {};
  let end = 0;
  while (end + 8 <= bytes.length) {
    const length = bytes.readUInt32BE(end);
    // Up to the end of the file (0), or a length of 64 bits (1).
    end += length === 0 ? bytes.length : length === 1 ? 16 + bytes.readUIntBE(end + 10, 6) - 16 : length;
    if (length < 8 && length > 1) break;
  }
  return { mediaType: "image/avif", ...size, complete: end === bytes.length };
}

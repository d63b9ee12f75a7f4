/**
 * Says which pictures every reading system shows as they are meant: upright, of 8 bits, in red, green and blue or in
 * grey, with the colours of a screen. Others are made so: inks of print are shown wrong or not at all, profiles are
 * ignored on paper-like screens, and what a camera notes of its position is read by browsers only.
 *
 * Markers and chunks are read, nothing is decoded.
 */

const PNG = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");

/** True for a picture of another kind than JPEG and PNG, too. */
export function isPlain(content: Uint8Array): boolean {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (bytes.subarray(0, 8).equals(PNG)) return isPlainPng(bytes);
  return bytes.length > 4 && bytes.readUInt16BE(0) === 0xffd8 ? isPlainJpeg(bytes) : true;
}

/** PNG (Third Edition), 11.2.1 and 11.3.2.3: depth in the header, a profile before the picture. */
function isPlainPng(bytes: Buffer): boolean {
  if (bytes.length > 24 && bytes[24] === 16) return false;
  for (let at = 8; at + 8 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const name = bytes.toString("latin1", at + 4, at + 8);
    if (name === "IDAT") return true;
    // It is compressed; its name is not.
    if (name === "iCCP") return /^(?:sRGB|ICC)/i.test(bytes.toString("latin1", at + 8, at + 28));
  }
  return true;
}

/** The segments before the picture (ITU-T T.81, annex B). */
function isPlainJpeg(bytes: Buffer): boolean {
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1]!;
    const body = bytes.subarray(at + 4, at + 2 + bytes.readUInt16BE(at + 2));
    if (marker === 0xda) return true;
    if (marker === 0xe1 && isTurned(body)) return false;
    if (marker === 0xe2 && !isScreenProfile(body)) return false;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return body[0] === 8 && body[5] !== 4;
  }
  return true;
}

const ORIENTATION = 0x0112;

/** Exif 2.32, 4.6.4: the tag `Orientation` in the first directory; 1 is upright. */
function isTurned(segment: Buffer): boolean {
  if (segment.toString("latin1", 0, 6) !== "Exif\0\0" || segment.length < 14) return false;
  const tiff = segment.subarray(6);
  const isLittle = tiff.toString("latin1", 0, 2) === "II";
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (directory + 2 > tiff.length) return false;
  const count = short(directory);
  for (let index = 0; index < count; index++) {
    const entry = directory + 2 + 12 * index;
    if (entry + 10 > tiff.length) return false;
    if (short(entry) === ORIENTATION) return short(entry + 8) > 1;
  }
  return false;
}

/** ICC.1:2022, B.4. A profile in several segments is named in the first; the description stands in its tags as it is. */
function isScreenProfile(segment: Buffer): boolean {
  if (segment.toString("latin1", 0, 12) !== "ICC_PROFILE\0" || segment[12] !== 1) return true;
  const text = segment.toString("latin1").replaceAll("\0", "");
  const isGreyOrRgb = /^(?:RGB |GRAY)/.test(segment.toString("latin1", 14 + 16, 14 + 20));
  return isGreyOrRgb && /sRGB|c2ci|Gray Gamma|Dot Gain/i.test(text);
}

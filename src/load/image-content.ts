/** Tells from its first bytes whether a file is the image that its name promises. */

/** By media type: what a file of this kind begins with, read as Latin-1. */
const BEGINNINGS: Readonly<Record<string, RegExp>> = {
  "image/avif": /^.{4}ftyp(?:avi[fs]|mif1|msf1)/s,
  "image/gif": /^GIF8[79]a/,
  "image/jpeg": /^\xFF\xD8\xFF/,
  "image/png": /^\x89PNG\r\n/,
  "image/svg+xml": /<(?:\w+:)?svg[\s>/]/,
  "image/webp": /^RIFF.{4}WEBP/s,
};
/** Before its root element an SVG may have a declaration, a document type and comments. */
const LONGEST_PROLOGUE = 65_536;

export function isImage(bytes: Uint8Array, mediaType: string): boolean {
  const beginning = Buffer.from(bytes.subarray(0, LONGEST_PROLOGUE)).toString("latin1");
  return BEGINNINGS[mediaType]?.test(beginning) ?? false;
}

/** Image formats, told by their first bytes: a file name may lie, a shop will look. */

/** Drawing programs write long comments before the drawing. */
const HEAD = 8192;

/** `<svg>` after what may stand before the root of an XML document (XML 1.0, 2.8). */
const SVG =
  /^\uFEFF?\s*(?:<\?[\s\S]*?\?>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE\s+svg[^>[]*(?:\[[\s\S]*?\]\s*)?>\s*)*<svg[\s/>]/;

/** The media type of an image that an ebook can show, be it after conversion; else undefined. */
export function imageFormat(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, HEAD));
  if (head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return "image/jpeg";
  if (head.subarray(0, 8).equals(Buffer.from("\x89PNG\r\n\x1a\n", "latin1"))) return "image/png";
  if (/^GIF8[79]a/.test(head.toString("latin1"))) return "image/gif";
  if (/^RIFF[\s\S]{4}WEBP/.test(head.toString("latin1", 0, 12))) return "image/webp";
  if (/^ftyp(avif|avis)/.test(head.toString("latin1", 4, 12))) return "image/avif";
  return SVG.test(head.toString("utf8")) ? "image/svg+xml" : undefined;
}

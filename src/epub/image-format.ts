/** Image formats, told by their first bytes: a file name may lie, a shop will look. */

/** The media type of an image that every EPUB reading system shows, or undefined. */
export function imageFormat(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 1024));
  if (head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return "image/jpeg";
  if (head.subarray(0, 8).equals(Buffer.from("\x89PNG\r\n\x1a\n", "latin1"))) return "image/png";
  if (/^GIF8[79]a/.test(head.toString("latin1"))) return "image/gif";
  return /^\uFEFF?\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*(<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/.test(
    head.toString("utf8"),
  )
    ? "image/svg+xml"
    : undefined;
}

/**
 * Makes an SVG file fit for an ebook: no document type from the network, no scripts
 * (EPUB 3.3, 3.9: external identifiers and entities are not allowed). Drawing programs write
 * the one, and nothing in a still picture needs the other.
 */

const DOCTYPE = /<!DOCTYPE\s+svg\b([^>[]*)(\[[\s\S]*?\])?\s*>/;
const SCRIPT = /<script\b[^>]*?(\/>|>[\s\S]*?<\/script\s*>)/g;

/** The file as it is packaged: the same bytes when there is nothing to take out. */
export function packagedImage(mediaType: string, bytes: Uint8Array): Uint8Array {
  if (mediaType !== "image/svg+xml") return bytes;
  const source = Buffer.from(bytes).toString("utf8");
  const clean = source.replace(DOCTYPE, internalSubset).replace(SCRIPT, "");
  return clean === source ? bytes : Buffer.from(clean);
}

/** Entities that the drawing declares itself are kept: its text may use them. */
function internalSubset(_doctype: string, _external: string, subset: string | undefined): string {
  return subset?.includes("<!ENTITY") ? `<!DOCTYPE svg ${subset}>` : "";
}

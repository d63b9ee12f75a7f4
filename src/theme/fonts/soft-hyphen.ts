/**
 * Takes the soft hyphen (U+00AD) out of the letters that a font knows.
 *
 * Chromium hides it wherever no line ends, unless the font puts another glyph in its place: EB Garamond has one among
 * its small capitals, and every place where a word in small capitals may be divided would show a hyphen. For what a
 * font does not know there is nothing to put.
 */
import { tablesOf } from "./font-file.js";

const SOFT_HYPHEN = 0x00ad;
/** Formats of subtables of `cmap` (OpenType 1.9): segments of 16-bit codes, groups of 32-bit codes. */
const SEGMENTS = 4;
const GROUPS = 12;

/**
 * @param sfnt a font in the plain form that is whole.
 * @returns a copy; where the code shares a segment without a table of glyphs with others, it stays.
 */
export function withoutSoftHyphen(sfnt: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(sfnt);
  const view = new DataView(copy.buffer);
  const cmap = tablesOf(view).get("cmap");
  if (cmap === undefined) return copy;
  for (let index = 0; index < view.getUint16(cmap.offset + 2); index += 1) {
    const subtable = cmap.offset + view.getUint32(cmap.offset + 4 + index * 8 + 4);
    const format = view.getUint16(subtable);
    if (format === SEGMENTS) forgetInSegments(view, subtable);
    else if (format === GROUPS) forgetInGroups(view, subtable);
  }
  return copy;
}

function forgetInSegments(view: DataView, subtable: number): void {
  const bytes = view.getUint16(subtable + 6);
  const ends = subtable + 14;
  for (let end = ends; end < ends + bytes; end += 2) {
    if (view.getUint16(end) < SOFT_HYPHEN) continue;
    const first = view.getUint16(end + bytes + 2);
    const rangeOffset = end + bytes * 3 + 2;
    const offset = view.getUint16(rangeOffset);
    if (first > SOFT_HYPHEN) return;
    if (offset !== 0) view.setUint16(rangeOffset + offset + (SOFT_HYPHEN - first) * 2, 0);
    else if (first === view.getUint16(end)) view.setUint16(end + bytes * 2 + 2, 0x10000 - SOFT_HYPHEN);
    return;
  }
}

function forgetInGroups(view: DataView, subtable: number): void {
  for (let index = 0; index < view.getUint32(subtable + 12); index += 1) {
    const group = subtable + 16 + index * 12;
    if (view.getUint32(group) === SOFT_HYPHEN && view.getUint32(group + 4) === SOFT_HYPHEN)
      view.setUint32(group + 8, 0);
  }
}

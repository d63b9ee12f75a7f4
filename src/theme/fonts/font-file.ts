/**
 * What a font file says of itself (OpenType 1.9): its tables, its axes, what its licence lets one do.
 *
 * Every font is brought into the plain form (sfnt) first: a browser, what writes PDF and what cuts fonts down
 * all take that.
 */

/** An axis of a variable font (OpenType, table `fvar`). */
export interface FontAxis {
  readonly least: number;
  readonly usual: number;
  readonly most: number;
}

export interface FontFacts {
  /** By tag: `wght`, `wdth`, … None of a static font. */
  readonly axes: ReadonlyMap<string, FontAxis>;
  /** `fsType` (OpenType, table `OS/2`): whether it may be embedded, and cut down for that. */
  readonly mayBeEmbedded: boolean;
  readonly mayBeSubset: boolean;
}

export type FontKind = "sfnt" | "woff" | "woff2" | "collection";

/** By its first bytes; undefined for what is no font. */
export function fontKind(bytes: Uint8Array): FontKind | undefined {
  const tag = Buffer.from(bytes.subarray(0, 4)).toString("latin1");
  if (tag === "wOFF") return "woff";
  if (tag === "wOF2") return "woff2";
  if (tag === "ttcf") return "collection";
  return ["\0\u0001\0\0", "OTTO", "true"].includes(tag) ? "sfnt" : undefined;
}

const RESTRICTED = 0x0002;
const NO_SUBSETTING = 0x0100;

/**
 * @param sfnt a font in the plain form.
 * @throws RangeError for one that is cut short.
 */
export function fontFacts(sfnt: Uint8Array): FontFacts {
  const view = new DataView(sfnt.buffer, sfnt.byteOffset, sfnt.byteLength);
  const tables = tablesOf(view);
  for (const { offset, length } of tables.values()) {
    if (offset + length > view.byteLength) throw new RangeError("A table lies behind the end of the file");
  }
  const os2 = tables.get("OS/2");
  const fsType = os2 === undefined ? 0 : view.getUint16(os2.offset + 8);
  return {
    axes: axesOf(view, tables.get("fvar")),
    // The usage permission is the lowest bit that is set.
    mayBeEmbedded: (fsType & 0x000f) !== RESTRICTED,
    mayBeSubset: (fsType & NO_SUBSETTING) === 0,
  };
}

/** Where a table of a font lies. */
export interface Table {
  readonly offset: number;
  readonly length: number;
}

/** The tables of a font in the plain form, by their tags. */
export function tablesOf(view: DataView): Map<string, Table> {
  const tables = new Map<string, Table>();
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const record = 12 + index * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((at) => view.getUint8(record + at)));
    tables.set(tag, { offset: view.getUint32(record + 8), length: view.getUint32(record + 12) });
  }
  return tables;
}

function axesOf(view: DataView, fvar: Table | undefined): Map<string, FontAxis> {
  const axes = new Map<string, FontAxis>();
  if (fvar === undefined) return axes;
  const first = fvar.offset + view.getUint16(fvar.offset + 4);
  const size = view.getUint16(fvar.offset + 10);
  for (let index = 0; index < view.getUint16(fvar.offset + 8); index += 1) {
    const record = first + index * size;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((at) => view.getUint8(record + at)));
    const [least, usual, most] = [4, 8, 12].map((at) => view.getInt32(record + at) / 65536) as [
      number,
      number,
      number,
    ];
    axes.set(tag, { least, usual, most });
  }
  return axes;
}

/** Name 6 of the table `name`: in UTF-16 for Windows, in ASCII for the Macintosh. */
const POSTSCRIPT_NAME = 6;
const WINDOWS = 3;

/** @param sfnt a font in the plain form that is whole. */
export function postScriptName(sfnt: Uint8Array): string | undefined {
  const view = new DataView(sfnt.buffer, sfnt.byteOffset, sfnt.byteLength);
  const table = tablesOf(view).get("name");
  if (table === undefined) return undefined;
  const texts = table.offset + view.getUint16(table.offset + 4);
  for (let index = 0; index < view.getUint16(table.offset + 2); index += 1) {
    const record = table.offset + 6 + index * 12;
    if (view.getUint16(record + 6) !== POSTSCRIPT_NAME) continue;
    const start = texts + view.getUint16(record + 10);
    const bytes = sfnt.subarray(start, start + view.getUint16(record + 8));
    const isWide = view.getUint16(record) === WINDOWS;
    return new TextDecoder(isWide ? "utf-16be" : "latin1").decode(bytes);
  }
  return undefined;
}

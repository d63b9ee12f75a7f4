/** The fonts of the folios: one subset for each, shared by all pages of the book. */
import { createHash } from "node:crypto";
import type { PDFContext, PDFRef } from "@cantoo/pdf-lib";
import { framed, unframed } from "../../../cache/framed.js";
import type { FolioSlot } from "../../../model/print.js";
import type { SegmentStore } from "./assembly.js";
import type { FolioSubset, PlacedGlyph, SetUnit, SubsetObject } from "./folio-subset.js";
import { unitsOf } from "./folio-units.js";
import { rounded } from "./pages.js";
import { piecesOf } from "./pieces-of.js";
import { rawObject } from "./raw-object.js";

/** The first bytes of WOFF2 files: `wOF2`. fontkit makes subsets of them with empty glyphs. */
const WOFF2 = [0x77, 0x4f, 0x46, 0x32];

export interface FolioFont {
  /** PostScript name. */
  readonly name: string;
  /** Name in the resources of pages; no font of the browser is called so. */
  readonly resource: string;
  readonly ref: PDFRef;
  /** Every text of the slots, set in this font. */
  readonly lines: ReadonlyMap<string, FolioLine>;
}

export interface FolioLine {
  /** Operators that show its glyphs: `<00010002> Tj`. */
  readonly shown: (size: number) => string;
  /** Width at size 1, without letter spacing. */
  readonly width: number;
}

/**
 * Embeds the fonts that slots name, each cut down to the characters in use.
 *
 * @param segments keeps the subsets.
 * @throws When a slot names a font that is not there, is WOFF2, or is without a glyph for its text:
 * the theme's fonts have to serve its folios.
 */
export async function embedFolioFonts(
  context: PDFContext,
  files: ReadonlyMap<string, Uint8Array>,
  slots: readonly FolioSlot[],
  segments: SegmentStore,
): Promise<ReadonlyMap<string, FolioFont>> {
  const fonts = new Map<string, FolioFont>();
  const pieces = slots.flatMap(piecesOf);
  for (const key of [...new Set(pieces.map(({ font }) => font))].sort()) {
    const file = files.get(key);
    if (file === undefined) throw new Error(`The folio font "${key}" is not among the fonts`);
    const texts = new Set(pieces.filter(({ font }) => font === key).map(({ text }) => text));
    const units = [...new Set([...texts].sort().flatMap(unitsOf))].sort();
    const { name, units: set, objects } = await keptSubset(key, file, units, segments);
    const known = new Map(set);
    fonts.set(key, {
      name,
      resource: `Folio${fonts.size}`,
      ref: register(context, objects),
      lines: new Map(
        [...texts].sort().map((text) => [text, lineOf(unitsOf(text).map((unit) => known.get(unit)!))]),
      ),
    });
  }
  return fonts;
}

/** Takes the subset from an earlier assembly, or makes it and gives it to be kept. */
async function keptSubset(
  key: string,
  file: Uint8Array,
  units: readonly string[],
  segments: SegmentStore,
): Promise<FolioSubset> {
  if (WOFF2.every((byte, index) => file[index] === byte)) {
    throw new Error(`The folio font "${key}" is a WOFF2 file: give its TTF, OTF or WOFF file`);
  }
  const digest = createHash("sha256").update(file).update(units.join("")).digest();
  const name = createHash("sha256").update(digest).update(JSON.stringify(units)).digest("hex");
  const kept = await segments.read(name);
  if (kept) return decode(kept);
  const { makeSubset } = await import("./folio-subset.js");
  const made = await makeSubset(key, file, units, subsetTag(digest));
  await segments.write(name, encode(made));
  return made;
}

/** The six letters that mark a subset (ISO 32000-1, 9.6.4), the same for the same subset. */
function subsetTag(digest: Uint8Array): string {
  return Array.from({ length: 6 }, (_, index) => String.fromCharCode(65 + (digest[index]! % 26))).join("");
}

/** @returns the reference of the last object, which is the font. */
function register(context: PDFContext, objects: readonly SubsetObject[]): PDFRef {
  const refs = objects.map(() => context.nextRef());
  objects.forEach((object, index) => {
    const filled = "text" in object ? rawObject(withNumbers(object.text, refs)) : stream(context, object);
    context.assign(refs[index]!, filled);
  });
  return refs.at(-1)!;
}

/** No name or text of a font's objects has a blank before an `R`. */
function withNumbers(text: string, refs: readonly PDFRef[]): string {
  return text.replace(/\b(\d+) 0 R\b/g, (_, own: string) => String(refs[Number(own) - 1]!));
}

function stream(context: PDFContext, { content, subtype }: Extract<SubsetObject, { content: Uint8Array }>) {
  return context.stream(content, { Subtype: subtype, Filter: "FlateDecode" });
}

function lineOf(units: readonly SetUnit[]): FolioLine {
  const [first] = units;
  if (first?.glyphs) return { shown: (size) => shownInPlace(first.glyphs!, size), width: first.width };
  const codes = units.map((unit) => unit.codes).join("");
  return { shown: () => `<${codes}> Tj`, width: units.reduce((sum, { width }) => sum + width, 0) };
}

function shownInPlace(glyphs: readonly PlacedGlyph[], size: number): string {
  return glyphs
    .map(
      ({ code, rise, back: [before, after] }) =>
        `${rounded(rise * size)} Ts [${before} <${code}> ${after}] TJ`,
    )
    .concat("0 Ts")
    .join(" ");
}

type Head = Omit<FolioSubset, "objects"> & {
  /** Texts of objects; of streams the length and the subtype. */
  readonly objects: readonly (string | readonly [number, string | null])[];
};

function encode({ objects, ...rest }: FolioSubset): Uint8Array {
  const head: Head = {
    ...rest,
    objects: objects.map((each) =>
      "text" in each ? each.text : ([each.content.length, each.subtype ?? null] as const),
    ),
  };
  return framed(head, ...objects.flatMap((each) => ("text" in each ? [] : [each.content])));
}

/** Reads what `encode` has written. */
function decode(entry: Buffer): FolioSubset {
  const { facts, bytes } = unframed<Head>(entry);
  let at = 0;
  const objects = facts.objects.map((each): SubsetObject => {
    if (typeof each === "string") return { text: each };
    const [length, subtype] = each;
    at += length;
    return { content: bytes.subarray(at - length, at), subtype: subtype ?? undefined };
  });
  return { ...facts, objects };
}

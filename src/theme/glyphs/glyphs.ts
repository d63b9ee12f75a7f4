/** Which characters a font face has glyphs for. */
import { existsSync, readFileSync } from "node:fs";
import { programFingerprint } from "../../cache/fingerprint.js";
import { keyOf, type Store } from "../../cache/store.js";
import { type FontFace, shapeFile } from "../fonts/fonts.js";

type Ranges = FontFace["ranges"];

/**
 * True when a face can show a character.
 *
 * The range that a package gives for a face says more than its file holds (`U+2000-206F`), so
 * the file itself is asked: best the WOFF file beside the WOFF2, whose tables open one by one.
 *
 * @param store keeps the characters of fonts: to load what reads them takes longer than to compose a chapter.
 */
export async function hasGlyph(store: Store, face: FontFace, code: number): Promise<boolean> {
  const { ranges, own } = face;
  if (ranges.length > 0 && !isIn(ranges, code)) return false;
  // Fonts of others may be for a few ornaments only.
  if (code < 0x7f && own === undefined) return true;
  const characters = await charactersOf(store, face);
  return characters === undefined || isIn(characters, code);
}

function isIn(ranges: Ranges, code: number): boolean {
  return ranges.some(([first, last]) => code >= first && code <= last);
}

/** For as long as there is the face, which stands for one content. */
const known = new WeakMap<FontFace, Promise<Ranges | undefined>>();

export function charactersOf(store: Store, face: FontFace): Promise<Ranges | undefined> {
  const characters = known.get(face) ?? readCharacters(store, contentOf(face));
  known.set(face, characters);
  return characters;
}

/** One of the hundred slices of a large font: `noto-serif-jp-17-wght-normal.woff2`. */
const SLICE = /-\d+-[^/]*$/;

/** Undefined for a font that is cut to the ranges of its style sheet: to open that costs more than to trust it. */
function contentOf({ file, own }: FontFace): Uint8Array | undefined {
  if (own) return own.bytes;
  const plain = shapeFile(file);
  if (existsSync(plain)) return readFileSync(plain);
  return SLICE.test(file) || !existsSync(file) ? undefined : readFileSync(file);
}

async function readCharacters(store: Store, content: Uint8Array | undefined): Promise<Ranges | undefined> {
  if (content === undefined) return undefined;
  const key = keyOf(await programFingerprint(), content);
  const kept = await store.read("glyphs", key);
  if (kept) return JSON.parse(kept.toString()) as Ranges;
  const { create } = await import("fontkit");
  const font = create(Buffer.from(content));
  if (!font || !("characterSet" in font)) return undefined;
  const ranges = rangesOf(font.characterSet);
  await store.write("glyphs", key, Buffer.from(JSON.stringify(ranges)));
  return ranges;
}

function rangesOf(codes: readonly number[]): Ranges {
  const ranges: [number, number][] = [];
  for (const code of [...codes].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && code <= last[1] + 1) last[1] = code;
    else ranges.push([code, code]);
  }
  return ranges;
}

/**
 * True for what needs no glyph: controls, marks that are never seen, and spaces, which the
 * browser makes itself (HarfBuzz, space fallback).
 */
export function isGlyphless(character: string): boolean {
  return /[\p{Cc}\p{Cf}\p{Cs}\p{Z}\p{Default_Ignorable_Code_Point}]/u.test(character);
}

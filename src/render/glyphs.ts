/** Which characters a font face has glyphs for. */
import { existsSync, readFileSync } from "node:fs";
import * as fontkit from "fontkit";
import type { FontFace } from "./fonts.js";

/**
 * True when a face can show a character.
 *
 * The range that a package gives for a face says more than its file holds (`U+2000-206F`), so
 * the file itself is asked: the WOFF file beside the WOFF2, whose tables open one by one.
 */
export function hasGlyph({ ranges, file }: FontFace, code: number): boolean {
  if (ranges.length > 0 && !ranges.some(([first, last]) => code >= first && code <= last)) return false;
  if (code < 0x7f) return true;
  return charactersOf(file)?.has(code) ?? true;
}

const known = new Map<string, ReadonlySet<number> | undefined>();

/** Undefined when there is only a WOFF2 file: opening one costs more than trusting its range. */
function charactersOf(file: string): ReadonlySet<number> | undefined {
  if (!known.has(file)) known.set(file, readCharacters(file.replace(/\.woff2$/, ".woff")));
  return known.get(file);
}

function readCharacters(file: string): ReadonlySet<number> | undefined {
  if (!existsSync(file)) return undefined;
  const font = fontkit.create(readFileSync(file));
  return font && "characterSet" in font ? new Set(font.characterSet) : undefined;
}

/**
 * True for what needs no glyph: controls, marks that are never seen, and spaces, which the
 * browser makes itself (HarfBuzz, space fallback).
 */
export function isGlyphless(character: string): boolean {
  return /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u.test(character);
}

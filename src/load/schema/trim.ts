/** Sizes of pages: names that the trade uses, or CSS lengths. */
import type { Trim } from "../../model/publication.js";

/** CSS Values and Units 4, section 6.2: absolute lengths, in points. */
const POINTS = {
  pt: 1,
  px: 0.75,
  pc: 12,
  in: 72,
  cm: 72 / 2.54,
  mm: 72 / 25.4,
  q: 72 / 101.6,
} as const;

/** Names that `trim` knows. Page sizes are those of CSS Paged Media; the others are US trade sizes. */
export const NAMED_TRIMS = {
  a4: "210mm 297mm",
  a5: "148mm 210mm",
  a6: "105mm 148mm",
  b5: "176mm 250mm",
  b6: "125mm 176mm",
  letter: "8.5in 11in",
  royal: "156mm 234mm",
  demy: "138mm 216mm",
  "b-format": "129mm 198mm",
  crown: "189mm 246mm",
  "us-trade": "6in 9in",
  digest: "5.5in 8.5in",
  pocket: "4.25in 6.87in",
} as const;

export const DEFAULT_TRIM = "a5";

/** Regions that write on US Letter. */
const LETTER = new Set(["US", "CA", "MX", "PH"]);

/** The paper that offices of a country print on, by the language; English that names no region is American. */
export function officeTrim(language: string): keyof typeof NAMED_TRIMS {
  const [, region = language.toLowerCase() === "en" ? "US" : ""] =
    /-([A-Za-z]{2})(?:-|$)/.exec(language) ?? [];
  return LETTER.has(region.toUpperCase()) ? "letter" : "a4";
}

/** Below an inch there is no page; above 200 inches PDF has none (ISO 32000-2, annex C). */
const SMALLEST = 72;
const LARGEST = 14_400;

/**
 * Reads a trim size.
 *
 * @param text A name (`a5`, `us-trade`) or width and height as CSS lengths (`6in 9in`, `148mm 210mm`).
 * @returns Points; undefined when the text is neither, or out of the range of 1 to 200 inches.
 */
export function parseTrim(text: string): Trim | undefined {
  const name = text.trim().toLowerCase();
  const lengths = Object.hasOwn(NAMED_TRIMS, name) ? NAMED_TRIMS[name as keyof typeof NAMED_TRIMS] : name;
  const [width, height, ...rest] = lengths.split(/\s+/).map(points);
  if (width === undefined || height === undefined || rest.length > 0) return undefined;
  return [width, height].every((each) => each >= SMALLEST && each <= LARGEST) ? { width, height } : undefined;
}

/** More than an inch is no bleed but another page. */
const LARGEST_BLEED = 25 * POINTS.mm;

/**
 * Reads a bleed.
 *
 * @param text A CSS length: `3mm`, `0.125in`, `0`.
 * @returns Points; undefined when the text is no length, or out of the range of 0 to 25 mm.
 */
export function parseBleed(text: string): number | undefined {
  const length = text.trim().toLowerCase();
  const bleed = length === "0" ? 0 : points(length);
  return bleed !== undefined && bleed <= LARGEST_BLEED ? bleed : undefined;
}

function points(length: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?|\.\d+)(pt|px|pc|in|cm|mm|q)$/.exec(length);
  return match === null ? undefined : Number(match[1]) * POINTS[match[2] as keyof typeof POINTS];
}

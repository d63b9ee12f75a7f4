/** The texts of a book as fonts see them: which characters stand where, and in which language. */
import type { Location } from "../../diagnostics/location.js";
import { emojiSequencesIn } from "./emoji.js";
import { isGlyphless } from "./glyphs.js";
import { isEastAsian } from "./scripts.js";

/** All that an edition sets in type. */
export interface BookTexts {
  /** BCP 47. */
  readonly language: string;
  /** Languages of its sections. */
  readonly languages: readonly string[];
  /** Length of all texts together. */
  readonly letters: number;
  /** Those with other characters than ASCII, in the order of the book: every font has that. */
  readonly texts: readonly BookText[];
}

export interface BookText {
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
  /** Formulas have a font of their own. The words of a drawing are told where it is shown. */
  readonly kind: "words" | "formula" | "drawing";
  /** Where it begins; none for what stands in the publication file and for what the program writes. */
  readonly start?: Location;
}

export interface Occurrence {
  readonly language: string;
  readonly location?: Location;
}

export const BEYOND_ASCII = /\P{ASCII}/u;

/** The characters of which it is a question whether a font has them. */
export const BEYOND_PLAIN = /[^\0-~]/gu;

/** Slices of East Asian fonts have no other space, from which a browser could make this one. */
export const IDEOGRAPHIC_SPACE = "\u3000";

/**
 * Characters that need a glyph, in the order of the book, those of the text and those of formulas, each where it
 * comes first; and the sequences of emoji, which need a font together.
 */
export function charactersIn(texts: readonly BookText[]): {
  text: Map<string, Occurrence>;
  formulas: Map<string, Occurrence>;
} {
  const text = new Map<string, Occurrence>();
  const formulas = new Map<string, Occurrence>();
  for (const each of texts) take(each, each.kind === "formula" ? formulas : text);
  for (const found of [text, formulas]) {
    if (![...found.keys()].some(isEastAsian)) found.delete(IDEOGRAPHIC_SPACE);
  }
  return { text, formulas };
}

function take(piece: BookText, found: Map<string, Occurrence>): void {
  const { text, language } = piece;
  const occurrence = (offset: number): Occurrence => {
    const location = placeIn(piece, offset);
    return { language, ...(location ? { location } : {}) };
  };
  for (const { 0: character, index } of text.matchAll(BEYOND_PLAIN)) {
    if (found.has(character) || (isGlyphless(character) && character !== IDEOGRAPHIC_SPACE)) continue;
    found.set(character, occurrence(index));
  }
  for (const { sequence, offset: start } of emojiSequencesIn(text)) {
    if (!found.has(sequence)) found.set(sequence, occurrence(start));
  }
}

/** The place of a character in the sources, by its offset in the text. */
export function placeIn({ text, kind, start }: BookText, offset: number): Location | undefined {
  if (start === undefined || kind === "drawing") return start;
  const { file, line, column } = start;
  const lines = text.slice(0, offset).split("\n");
  if (lines.length === 1) return { file, line, column: column + offset };
  return { file, line: line + lines.length - 1, column: lines.at(-1)!.length + 1 };
}

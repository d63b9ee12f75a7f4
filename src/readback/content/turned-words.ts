/**
 * Puts letters that are written from right to left in the order in which they are read.
 *
 * Skia paints the glyphs of a line from left to right and marks those that it does so against their
 * order (`ReversedChars`), font by font; what was painted at one go begins at the same place.
 */
import type { GlyphColumns } from "../glyph.js";

export interface TurnedWords {
  /** @param place tells one piece of text from the next. */
  readonly begin: (place: string) => void;
  /** The piece is written from right to left. */
  readonly turn: () => void;
  readonly end: () => void;
}

export function openTurnedWords(glyphs: GlyphColumns): TurnedWords {
  let start = 0;
  let current = "";
  let isTurned = false;
  const end = (): void => {
    if (isTurned) glyphs.turn(start);
    start = glyphs.count;
    isTurned = false;
  };
  return {
    begin(place) {
      if (place === current) return;
      end();
      current = place;
    },
    turn() {
      isTurned = true;
    },
    end,
  };
}

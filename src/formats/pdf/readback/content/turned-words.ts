/**
 * Puts letters that are written from right to left in the order in which they are read.
 *
 * Skia paints the glyphs of a line from left to right and marks those that it does so against their
 * order (`ReversedChars`), font by font; what was painted at one go begins at the same place.
 */
import type { GlyphColumns } from "../glyph.js";

export interface TurnedWords {
  /** @param matrix and mark tell one piece of text from the next. */
  readonly begin: (matrix: readonly number[], mark: unknown) => void;
  /** The piece is written from right to left. */
  readonly turn: () => void;
  readonly end: () => void;
}

export function openTurnedWords(glyphs: GlyphColumns): TurnedWords {
  let start = 0;
  const current = [0, 0, 0, 0, 0, 0];
  let currentMark: unknown;
  let isTurned = false;
  const end = (): void => {
    if (isTurned) glyphs.turn(start);
    start = glyphs.texts.length;
    isTurned = false;
  };
  return {
    begin(matrix, mark) {
      let isSame = mark === currentMark;
      for (let index = 0; index < current.length; index += 1) {
        isSame &&= current[index] === matrix[index];
        current[index] = matrix[index]!;
      }
      currentMark = mark;
      if (!isSame) end();
    },
    turn() {
      isTurned = true;
    },
    end,
  };
}

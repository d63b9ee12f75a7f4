/**
 * The letters that a printed page draws, in columns: a book has more than a million of them, and an object
 * for each, with its place, takes longer to make than to read.
 */
import type { Box } from "./geometry.js";

/** Why a letter cannot be seen. */
export const HIDING = { none: 0, offPaper: 1, clipped: 2, covered: 3, invisible: 4 } as const;

export type Hiding = (typeof HIDING)[keyof typeof HIDING];

/** What is true of a letter, besides. */
export const TRAIT = {
  /** It is text of the document, not what a style sheet makes: running heads, numbers of lists. */
  tagged: 1,
  /** It is the box that stands in for a letter that the font does not have. */
  missing: 2,
  /** A part of it is cut off. */
  cut: 4,
} as const;

/** In the order in which they are painted; words that are written from right to left are turned. */
export interface Glyphs {
  /** What each stands for; empty when the one before it stands for both, `UNKNOWN` when nothing says it. */
  readonly texts: readonly string[];
  /** How each is hidden. There may be room for more. */
  readonly hidings: Uint8Array;
  readonly traits: Uint8Array;
  /**
   * Around the lower half of a letter, from one side to the other: what must be seen for it to be read. In
   * PDF user space: points, upwards.
   */
  readonly box: (index: number) => Box;
  /** How far a letter sticks out of a box to the left, to the right or below; less than 0 when it does not. */
  readonly stray: (index: number, box: Box) => number;
}

/** Letters while they are painted. */
export interface GlyphColumns extends Glyphs {
  readonly add: (text: string, box: Box, hiding: Hiding, traits: number) => void;
  /** Puts the letters from an index on in the opposite order. */
  readonly turn: (from: number) => void;
}

/** A page as it is printed. */
export interface PrintedPage {
  readonly paper: Box;
  readonly glyphs: Glyphs;
}

/** Most pages have fewer letters. */
const ROOM = 4096;

export function openGlyphs(): GlyphColumns {
  const texts: string[] = [];
  /** Left, bottom, right and top of each. */
  let boxes = new Float32Array(4 * ROOM);
  let hidings = new Uint8Array(ROOM);
  let traitsOf = new Uint8Array(ROOM);

  const grow = (): void => {
    boxes = withTwiceTheRoom(boxes, new Float32Array(2 * boxes.length));
    hidings = withTwiceTheRoom(hidings, new Uint8Array(2 * hidings.length));
    traitsOf = withTwiceTheRoom(traitsOf, new Uint8Array(2 * traitsOf.length));
  };

  return {
    texts,
    get hidings() {
      return hidings;
    },
    get traits() {
      return traitsOf;
    },
    box: (index) => ({
      left: boxes[4 * index]!,
      bottom: boxes[4 * index + 1]!,
      right: boxes[4 * index + 2]!,
      top: boxes[4 * index + 3]!,
    }),
    stray: (index, { left, bottom, right }) =>
      Math.max(boxes[4 * index + 2]! - right, left - boxes[4 * index]!, bottom - boxes[4 * index + 1]!),
    add(text, { left, bottom, right, top }, hiding, traits) {
      const index = texts.push(text) - 1;
      if (index >= hidings.length) grow();
      boxes[4 * index] = left;
      boxes[4 * index + 1] = bottom;
      boxes[4 * index + 2] = right;
      boxes[4 * index + 3] = top;
      hidings[index] = hiding;
      traitsOf[index] = traits;
    },
    turn(from) {
      for (let one = from, other = texts.length - 1; one < other; one += 1, other -= 1) {
        [texts[one], texts[other]] = [texts[other]!, texts[one]!];
        swap(hidings, one, other, 1);
        swap(traitsOf, one, other, 1);
        swap(boxes, one, other, 4);
      }
    },
  };
}

type Column = Float32Array | Uint8Array;

function withTwiceTheRoom<T extends Column>(column: Column, larger: T): T {
  larger.set(column);
  return larger;
}

function swap(column: Column, one: number, other: number, width: number): void {
  for (let part = 0; part < width; part += 1) {
    const kept = column[width * one + part]!;
    column[width * one + part] = column[width * other + part]!;
    column[width * other + part] = kept;
  }
}

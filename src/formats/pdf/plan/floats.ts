/**
 * Where figures stand that float: at the foot of the page that has their place in the text, or at the head or foot of a later
 * one, in order. Those that come from an earlier page stand at the head.
 */
import type { FloatsOnPage, Galley } from "./galley.js";

/** Text beside which figures stand has at least as many lines: fewer would look lost. */
const LEAST_LINES = 3;

/** Of most pages: shared, for there are many. */
const NONE: readonly FloatChoice[] = [{ height: 0, nextFloat: 0, waiting: 0 }];

/** Figures that a page may have. */
export interface FloatChoice {
  readonly floats?: FloatsOnPage | undefined;
  /** Of all of them. */
  readonly height: number;
  /** The first figure that is left for a later page, and how many of them have had their place. */
  readonly nextFloat: number;
  readonly waiting: number;
}

export interface FloatSearch {
  /** How many figures have their place before a strip. */
  behind(strip: number): number;
  /** @param next the first figure that has not been placed. */
  choices(from: number, to: number, next: number): readonly FloatChoice[];
  /** Figures that wait when a page begins, as many as fill a page without text. */
  alone(from: number, next: number): FloatChoice | undefined;
  /** Text of that height is too little beside figures. */
  isLost(text: number): boolean;
}

export function floatsOf({ strips, floats, columns, height, leading }: Galley): FloatSearch {
  const counts = new Uint32Array(strips.length + 1);
  for (const { strip } of floats) counts[strip + 1] = counts[strip + 1]! + 1;
  for (let strip = 1; strip <= strips.length; strip += 1) counts[strip] = counts[strip]! + counts[strip - 1]!;
  const behind = (strip: number): number => counts[strip]!;

  /** Nothing can be put between the parts of what goes on in a frame or in columns. */
  const isFree = (from: number): boolean =>
    strips[from]?.isBound === undefined && !columns.some((block) => block.from < from && from < block.to);

  /** Nothing stands above what begins a section. */
  const hasHead = (from: number): boolean => from > 0 && strips[from]!.forced === undefined && isFree(from);

  /** Figures from one up to another; from `headEnd` on they stand at the foot. */
  const choiceOf = (next: number, nextFloat: number, headEnd: number, all: number): FloatChoice => {
    const indexes = Array.from({ length: nextFloat - next }, (_, index) => next + index);
    return {
      floats: {
        head: indexes.filter((index) => index < headEnd),
        foot: indexes.filter((index) => index >= headEnd),
      },
      height: indexes.reduce((sum, index) => sum + floats[index]!.height, 0),
      nextFloat,
      waiting: all - nextFloat,
    };
  };

  return {
    behind,
    isLost: (text) => text < LEAST_LINES * leading,
    choices(from, to, next) {
      const all = behind(to);
      if (next === all) return next === 0 ? NONE : [{ height: 0, nextFloat: next, waiting: 0 }];
      const found: FloatChoice[] = [{ height: 0, nextFloat: next, waiting: all - next }];
      const headEnd = hasHead(from) ? behind(from) : 0;
      const last = isFree(to) ? all : headEnd;
      for (let nextFloat = next + 1; nextFloat <= last; nextFloat += 1) {
        const choice = choiceOf(next, nextFloat, headEnd, all);
        if (choice.height > height) break;
        found.push(choice);
      }
      return found;
    },
    alone(from, next) {
      const all = behind(from);
      if (next === all || !isFree(from)) return undefined;
      let nextFloat = next + 1;
      let tall = floats[next]!.height;
      while (nextFloat < all && tall + floats[nextFloat]!.height <= height) {
        tall += floats[nextFloat]!.height;
        nextFloat += 1;
      }
      return choiceOf(next, nextFloat, nextFloat, all);
    },
  };
}

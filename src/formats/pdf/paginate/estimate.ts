/**
 * How long the rest of a layout will take, for people who wait.
 *
 * What each run took last time, or how long its text is, says how the work is shared out; how
 * fast this build is on this machine says the rest. Runs from the cache cost nothing and count for
 * nothing. Nothing is said before there is something to go by.
 */
import type { History } from "./history.js";

export interface Estimate {
  /** Work that is to be done, besides what was said before. */
  expect(tasks: readonly Expected[]): void;
  /** A run has begun one more page. */
  page(index: number): void;
  /** A run is finished. One without pages came from the cache. */
  end(index: number): void;
  /** Undefined as long as it would be a guess. */
  secondsLeft(): number | undefined;
}

export interface Expected {
  /** Place of the run in the book. */
  readonly index: number;
  readonly id: string;
  readonly lines: number;
}

interface Piece {
  readonly cost: number;
  /** How many pages it had last time. */
  readonly expectedPages: number | undefined;
  pages: number;
}

/** Less than this says little about the rest. */
const MIN_SECONDS = 2;
const MIN_SHARE = 0.08;
/** A run that grows past its pages of last time is nearly done, as far as anybody can tell. */
const NEARLY = 0.95;
/** Lines of text that take about a second: only their proportion to each other counts. */
const LINES_PER_SECOND = 1000;

/** What a run costs: the seconds of last time, or as many as its length suggests. */
export function costOf({ id, lines }: Omit<Expected, "index">, history: History): number {
  return history.seconds[id] ?? lines / LINES_PER_SECOND;
}

/** @param now milliseconds since any fixed moment. */
export function openEstimate(history: History, now: () => number): Estimate {
  /** When the first page was begun: browsers take their time to start, and that is over by then. */
  let begun: number | undefined;
  /** By run: one that is laid out again is a new piece of work. */
  const pieces = new Map<number, Piece>();
  let finished = 0;
  return {
    expect(tasks) {
      for (const task of tasks) {
        const expectedPages = history.pages[task.id];
        pieces.set(task.index, { cost: costOf(task, history), expectedPages, pages: 0 });
      }
    },
    page(index) {
      begun ??= now();
      const piece = pieces.get(index);
      if (piece) piece.pages += 1;
    },
    end(index) {
      const piece = pieces.get(index);
      pieces.delete(index);
      if (piece && piece.pages > 0) finished += piece.cost;
    },
    secondsLeft() {
      if (begun === undefined) return undefined;
      const seconds = (now() - begun) / 1000;
      let left = 0;
      let done = finished;
      for (const piece of pieces.values()) {
        const part = piece.cost * shareOf(piece);
        done += part;
        left += piece.cost - part;
      }
      const isKnown = seconds >= MIN_SECONDS && done >= MIN_SHARE * (done + left);
      return isKnown ? (seconds * left) / done : undefined;
    },
  };
}

function shareOf({ pages, expectedPages }: Piece): number {
  return expectedPages ? Math.min(NEARLY, pages / expectedPages) : 0;
}

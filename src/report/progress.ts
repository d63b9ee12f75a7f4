/** Progress renderers: one line that rewrites itself on a terminal, plain lines in CI, or nothing. */
import type { ProgressEvent } from "../model/progress.js";
import { plainProgress } from "./plain-progress.js";
import { terminalProgress } from "./terminal-progress.js";

export type { ProgressEvent, Stage } from "../model/progress.js";

/** Shows events as they come. `close` leaves the stream clean for what is printed next. */
export interface ProgressRenderer {
  show(event: ProgressEvent): void;
  close(): void;
}

/** The part of a stream that a renderer needs. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  /** Width of the terminal. */
  readonly columns?: number;
  write(text: string): unknown;
}

/** Milliseconds since any fixed moment. */
export type Clock = () => number;

/** The renderer that suits a stream. */
export function progressRenderer(stream: ProgressStream, clock: Clock): ProgressRenderer {
  return stream.isTTY ? terminalProgress(stream, clock) : plainProgress(stream);
}

/** For `--quiet` and `--json`. */
export const silentProgress: ProgressRenderer = { show: () => {}, close: () => {} };

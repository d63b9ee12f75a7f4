/** What shows the progress of a build. */
import type { ProgressEvent } from "../model/progress.js";

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

/** Progress renderers: one line that rewrites itself on a terminal, plain lines in CI, or nothing. */
import { plainProgress } from "./plain-progress.js";
import type { Clock, ProgressRenderer, ProgressStream } from "./progress-renderer.js";
import { terminalProgress } from "./terminal-progress.js";

export type { ProgressEvent, Stage } from "../model/progress.js";

/** The renderer that suits a stream. */
export function progressRenderer(stream: ProgressStream, clock: Clock): ProgressRenderer {
  return stream.isTTY ? terminalProgress(stream, clock) : plainProgress(stream);
}

/** For `--quiet` and `--json`. */
export const silentProgress: ProgressRenderer = { show: () => {}, close: () => {} };

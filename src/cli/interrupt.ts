/** Ctrl-C: the first one ends a command in good order, and soon; the second one at once. */
import { setMaxListeners } from "node:events";
import type { ProgressStream } from "../report/progress-renderer.js";
import { EXIT } from "./exit-codes.js";

/** A terminal that is closed hangs up. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Milliseconds for a command to end in good order. Whatever it waits for, it is not waited for any longer. */
const END_WITHIN = 10_000;

export interface Interrupt {
  readonly signal: AbortSignal;
  /** Gives the signals back to the process. */
  release(): void;
}

/** Listens for signals until released. */
export function interruptible(stderr: ProgressStream): Interrupt {
  const controller = new AbortController();
  // Everything that is under way listens.
  setMaxListeners(0, controller.signal);
  let timer: NodeJS.Timeout | undefined;
  const endNow = () => process.exit(EXIT.interrupted);
  const onSignal = () => {
    if (controller.signal.aborted) endNow();
    stderr.write("\nStopping … (Ctrl-C again stops at once)\n");
    timer = setTimeout(endNow, END_WITHIN);
    controller.abort();
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return {
    signal: controller.signal,
    release: () => {
      clearTimeout(timer);
      for (const signal of SIGNALS) process.off(signal, onSignal);
    },
  };
}

/**
 * Does the work of a command, which Ctrl-C ends.
 *
 * @returns the exit code of the work. What is told to stop may end with any error: the user knows why.
 */
export async function untilInterrupted(
  stderr: ProgressStream,
  work: (signal: AbortSignal) => Promise<number>,
): Promise<number> {
  const { signal, release } = interruptible(stderr);
  try {
    return await work(signal);
  } catch (error) {
    if (signal.aborted) return EXIT.interrupted;
    throw error;
  } finally {
    release();
  }
}

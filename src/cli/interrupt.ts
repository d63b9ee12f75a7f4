/** Ctrl-C: the first one ends the build in good order, the second one at once. */
import type { ProgressStream } from "../report/progress.js";
import { EXIT } from "./exit-codes.js";

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

export interface Interrupt {
  readonly signal: AbortSignal;
  /** Gives the signals back to the process. */
  release(): void;
}

/** Listens for signals until released. */
export function interruptible(stderr: ProgressStream): Interrupt {
  const controller = new AbortController();
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    stderr.write("\nStopping … (Ctrl-C again stops at once)\n");
    controller.abort();
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return {
    signal: controller.signal,
    release: () => {
      for (const signal of SIGNALS) process.off(signal, onSignal);
    },
  };
}

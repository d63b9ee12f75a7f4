/**
 * One build at a time, and one more after it when something has changed meanwhile.
 *
 * A build reads files one after another while their author goes on writing: one that has
 * vanished under it is no fault, so a build that throws is tried again before anybody
 * hears of it.
 */

/** Milliseconds before a build that failed is tried again. */
const PAUSE = 200;

export interface Turns {
  /** Builds now, or after the build under way. */
  request(changed: readonly string[]): void;
  /** Resolves when nothing is under way or waiting. */
  settled(): Promise<void>;
}

/**
 * @param build must not be called for two changes at once.
 * @param onError what a build threw twice in a row. The next change is built all the same.
 */
export function inTurn(
  build: (changed: readonly string[]) => Promise<void>,
  onError: (error: unknown) => void,
  signal: AbortSignal,
): Turns {
  let waiting: Set<string> | undefined;
  let running: Promise<void> | undefined;

  const run = async (): Promise<void> => {
    while (waiting !== undefined && !signal.aborted) {
      const changed = [...waiting].sort();
      waiting = undefined;
      await build(changed).catch(async () => {
        if (signal.aborted) return;
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
        // What has changed meanwhile is seen by this build too.
        waiting = undefined;
        await build(changed).catch(onError);
      });
    }
    running = undefined;
  };

  return {
    request(changed) {
      waiting = new Set([...(waiting ?? []), ...changed]);
      running ??= run();
    },
    settled: async () => running,
  };
}

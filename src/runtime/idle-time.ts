/** Work that can wait until the program waits: for a browser, or for the threads that check an ebook. */
import { performance } from "node:perf_hooks";

/** Milliseconds from one look to the next whether the program waits. */
const SOON = 50;

/** The part of that time in which it may have worked and still be called idle. */
const LITTLE = 0.5;

/**
 * Computes when the program has begun to wait, or when the result is asked for if that is sooner. Once.
 *
 * @param compute a pure function: when it runs must make no difference.
 */
export function inIdleTime<Result>(compute: () => Result): () => Result {
  let done: { readonly result: Result } | undefined;
  const run = (): Result => {
    done ??= { result: compute() };
    return done.result;
  };
  let before = performance.eventLoopUtilization();
  const timer = setInterval(() => {
    const now = performance.eventLoopUtilization();
    const isIdle = performance.eventLoopUtilization(now, before).utilization <= LITTLE;
    before = now;
    if (!isIdle) return;
    clearInterval(timer);
    ignoringErrors(run);
  }, SOON).unref();
  return () => {
    clearInterval(timer);
    return run();
  };
}

/** What goes wrong is for whoever asks for the result: it goes wrong once more, or the promise is kept. */
function ignoringErrors(run: () => unknown): void {
  try {
    Promise.resolve(run()).catch(() => undefined);
  } catch {
    // Nothing is done yet.
  }
}

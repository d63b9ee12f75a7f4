/** Work that can wait until the program waits: for a browser, mostly. */

/** By then, whoever does the work of an edition has begun, and is waited for. */
const SOON = 100;

/**
 * Computes in a while, or when the result is asked for if that is sooner. Once.
 *
 * @param compute a pure function: when it runs must make no difference.
 */
export function inIdleTime<Result>(compute: () => Result): () => Result {
  let done: { readonly result: Result } | undefined;
  const run = (): Result => {
    done ??= { result: compute() };
    return done.result;
  };
  const timer = setTimeout(() => inPeace(run), SOON).unref();
  return () => {
    clearTimeout(timer);
    return run();
  };
}

/** What goes wrong is for whoever asks for the result: it goes wrong once more, or the promise is kept. */
function inPeace(run: () => unknown): void {
  try {
    Promise.resolve(run()).catch(() => undefined);
  } catch {
    // Nothing is done yet.
  }
}

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
  const timer = setTimeout(run, SOON).unref();
  return () => {
    clearTimeout(timer);
    return run();
  };
}

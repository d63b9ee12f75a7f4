/**
 * Work that goes on a few pieces at once and begins in order: enough to keep a machine busy, and
 * never so much that all of it is in memory.
 */

/** Begins a piece of work when its turn has come, and gives its result. */
export type RunLimited = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** @param atOnce how many pieces of work may go on side by side. */
export function limitConcurrency(atOnce: number): RunLimited {
  const waiting: (() => void)[] = [];
  let going = 0;
  return async (work) => {
    if (going >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else going += 1;
    try {
      return await work();
    } finally {
      // The turn goes straight to the next in the row, so that nobody slips in between.
      const next = waiting.shift();
      if (next) next();
      else going -= 1;
    }
  };
}

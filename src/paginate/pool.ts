/** Several browsers side by side, each with one warm page; work goes to whichever is free. */
import { findBrowser } from "./browser/find.js";
import { type PageWorker, startWorker } from "./worker.js";

export interface WorkerPool {
  /** Does one piece of work on a free worker; starts one when there are fewer than allowed. */
  use<Result>(work: (worker: PageWorker) => Promise<Result>): Promise<Result>;
  /** Ends every browser. */
  close(): Promise<void>;
}

/** @param size how many browsers may run at once. None starts before it is needed. */
export function openPool(size: number): WorkerPool {
  const idle: Promise<PageWorker>[] = [];
  const started: Promise<PageWorker>[] = [];
  const waiting: ((worker: Promise<PageWorker>) => void)[] = [];

  const take = (): Promise<PageWorker> => {
    const free = idle.pop();
    if (free) return free;
    if (started.length < size) {
      const worker = findBrowser().then(startWorker);
      started.push(worker);
      return worker;
    }
    return new Promise((resolve) => waiting.push(resolve));
  };

  const giveBack = (worker: Promise<PageWorker>): void => {
    const next = waiting.shift();
    if (next) next(worker);
    else idle.push(worker);
  };

  return {
    async use(work) {
      const worker = take();
      try {
        return await work(await worker);
      } finally {
        giveBack(worker);
      }
    },
    async close() {
      const workers = await Promise.allSettled(started);
      await Promise.all(
        workers.map((each) => (each.status === "fulfilled" ? each.value.close() : undefined)),
      );
    },
  };
}

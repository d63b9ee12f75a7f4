/** Several browsers side by side, each with one warm page; work goes to whichever is free. */
import { ExtensionError } from "../extensions/fault.js";
import type { Limits } from "../model/limits.js";
import { findBrowser, NoBrowserError } from "./browser/find.js";
import type { HandlerScript } from "./handler-scripts.js";
import { LayoutStopped } from "./stopped.js";
import type { PageWorker } from "./worker.js";

export interface WorkerPool {
  /**
   * Does one piece of work on a free worker. A browser that fails at it is replaced and the
   * work tried again, on the chance that it was the browser's fault.
   *
   * @throws LayoutStopped when the work hits a limit, or failed in three browsers; NoBrowserError
   *   when no browser starts.
   */
  use<Result>(work: (worker: PageWorker) => Promise<Result>): Promise<Result>;
  /**
   * Starts browsers while there is other work to do: that takes half a second.
   *
   * @param count how many are wanted soon, with those that run.
   */
  prepare(count: number): void;
  /** Ends every browser. Work under way fails. */
  close(): Promise<void>;
}

const ATTEMPTS = 3;

/** Faults that another browser would run into as well. */
const FINAL = [LayoutStopped, NoBrowserError, ExtensionError];

/**
 * @param size how many browsers may run at once. None starts before it is needed.
 * @param limits for each piece of work.
 * @param signal ends waiting and trying again.
 * @param handlers users' scripts for Paged.js.
 */
export function openPool(
  size: number,
  limits: Limits,
  signal?: AbortSignal,
  handlers: readonly HandlerScript[] = [],
): WorkerPool {
  const idle: Promise<PageWorker>[] = [];
  const started = new Set<Promise<PageWorker>>();
  const waiting: ((worker: Promise<PageWorker>) => void)[] = [];

  const start = (): Promise<PageWorker> => {
    const worker = startOne(limits, handlers);
    started.add(worker);
    return worker;
  };

  const take = (): Promise<PageWorker> => {
    const free = idle.pop();
    if (free) return free;
    if (started.size < size) return start();
    return new Promise((resolve) => waiting.push(resolve));
  };

  const giveBack = (worker: Promise<PageWorker>): void => {
    const next = waiting.shift();
    if (next) next(worker);
    else idle.push(worker);
  };

  /** A worker that failed is not used again; whoever waits gets a new one. */
  const discard = async (worker: Promise<PageWorker>): Promise<void> => {
    started.delete(worker);
    waiting.shift()?.(start());
    await worker.then((each) => each.close()).catch(() => undefined);
  };

  const attempt = async <Result>(work: (worker: PageWorker) => Promise<Result>): Promise<Result> => {
    const worker = take();
    try {
      const result = await work(await worker);
      giveBack(worker);
      return result;
    } catch (error) {
      await discard(worker);
      throw error;
    }
  };

  const close = async (): Promise<void> => {
    const workers = await Promise.allSettled(started);
    await Promise.all(workers.map((each) => (each.status === "fulfilled" ? each.value.close() : undefined)));
  };
  signal?.addEventListener("abort", () => void close(), { once: true });

  const prepare = (count: number): void => {
    while (started.size < Math.min(count, size) && !signal?.aborted) {
      const worker = start();
      // Whoever takes it is told why it did not start.
      worker.catch(() => undefined);
      idle.unshift(worker);
    }
  };

  return {
    close,
    prepare,
    async use(work) {
      for (let tries = 1; ; tries += 1) {
        signal?.throwIfAborted();
        try {
          return await attempt(work);
        } catch (error) {
          signal?.throwIfAborted();
          if (FINAL.some((kind) => error instanceof kind)) throw error;
          if (tries === ATTEMPTS) throw new LayoutStopped("crash", { pages: 0, source: "" }, error);
        }
      }
    },
  };
}

/** The code that drives browsers is large; a build that takes everything from the cache does without it. */
async function startOne(limits: Limits, handlers: readonly HandlerScript[]): Promise<PageWorker> {
  const [found, { startWorker }] = await Promise.all([findBrowser(), import("./worker.js")]);
  return startWorker(found, limits, handlers);
}

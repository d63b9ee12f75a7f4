/** Several browsers side by side, each with one warm page; work goes to whichever is free. */
import { setMaxListeners } from "node:events";
import { ExtensionError } from "../../../extensions/fault.js";
import type { Limits } from "../../../model/limits.js";
import { lackOfRoom, TemporaryFolderError } from "../../../runtime/temporary/folder.js";
import { BrowserFailure, NoBrowserError } from "./browser/faults.js";
import { findBrowser } from "./browser/find.js";
import type { HandlerScript } from "./handler-scripts.js";
import { startInTries } from "./start.js";
import { LayoutStopped } from "./stopped.js";
import type { PageWorker } from "./worker.js";

export interface WorkerPool {
  /**
   * Does one piece of work on a free worker. A browser that fails at it is replaced and the
   * work tried again, on the chance that it was the browser's fault.
   *
   * @throws LayoutStopped when the work hits a limit, or failed in three browsers; NoBrowserError, BrowserFailure or
   *   TemporaryFolderError when no browser starts. One that does not start is not tried anew for each piece of work.
   */
  use<Result>(work: (worker: PageWorker) => Promise<Result>): Promise<Result>;
  /**
   * Starts browsers while there is other work to do: that takes half a second.
   *
   * @param count how many are wanted soon, with those that run.
   */
  prepare(count: number): void;
  /** Forgets that a browser did not start: what kept it from that may be gone. */
  tryAgain(): void;
  /** Ends every browser. Work under way fails. */
  close(): Promise<void>;
}

/** A place for a browser, which may not have come up yet. Handed on as it is: a promise of it would be another one. */
interface Slot {
  readonly worker: Promise<PageWorker>;
}

const ATTEMPTS = 3;
/** Failures, of whatever work, after which no browser is thought to succeed when none has. */
const HOPELESS = 2 * ATTEMPTS;

/** What keeps any browser from starting. */
const LACKS = [NoBrowserError, BrowserFailure, TemporaryFolderError];
/** Faults that another browser would run into as well. */
const FINAL = [...LACKS, LayoutStopped, ExtensionError];

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
  const idle: Slot[] = [];
  const started = new Set<Slot>();
  const waiting: ((slot: Slot) => void)[] = [];

  const ending = new AbortController();
  const ended = signal === undefined ? ending.signal : AbortSignal.any([signal, ending.signal]);
  // Each browser listens.
  setMaxListeners(0, ended);
  let lack: unknown;
  let failures = 0;
  let successes = 0;

  const start = (): Slot => {
    if (lack !== undefined) return { worker: Promise.reject(lack) };
    const slot = { worker: startOne(limits, handlers, ended) };
    slot.worker.catch((error: unknown) => {
      if (isOneOf(LACKS, error)) lack = error;
    });
    started.add(slot);
    return slot;
  };

  /** Another one would not start: then there are no more than those that did. */
  const mayStart = () => started.size === 0 || (started.size < size && lack === undefined);

  const take = async (): Promise<Slot> => {
    const free = idle.pop();
    if (free) return free;
    if (mayStart()) return start();
    return new Promise((resolve) => waiting.push(resolve));
  };

  const giveBack = (slot: Slot): void => {
    const next = waiting.shift();
    if (next) next(slot);
    else idle.push(slot);
  };

  /** A worker that failed is not used again; whoever waits gets a new one. */
  const discard = async (slot: Slot): Promise<void> => {
    started.delete(slot);
    if (waiting.length > 0 && mayStart()) waiting.shift()?.(start());
    await slot.worker.then((each) => each.close()).catch(() => undefined);
  };

  const attempt = async <Result>(work: (worker: PageWorker) => Promise<Result>): Promise<Result> => {
    const slot = await take();
    try {
      const result = await work(await slot.worker);
      successes += 1;
      giveBack(slot);
      return result;
    } catch (error) {
      await discard(slot);
      throw error;
    }
  };

  const close = async (): Promise<void> => {
    // What is waited for fails with the reason of whoever ends the build.
    ending.abort(signal?.reason);
    const workers = await Promise.allSettled([...started].map(({ worker }) => worker));
    await Promise.all(workers.map((each) => (each.status === "fulfilled" ? each.value.close() : undefined)));
  };
  signal?.addEventListener("abort", () => void close(), { once: true });

  const prepare = (count: number): void => {
    while (started.size < Math.min(count, size) && lack === undefined && !ended.aborted) {
      const slot = start();
      idle.unshift(slot);
      slot.worker.catch(() => {
        if (!idle.includes(slot)) return;
        idle.splice(idle.indexOf(slot), 1);
        started.delete(slot);
      });
    }
  };

  return {
    close,
    prepare,
    tryAgain: () => {
      lack = undefined;
      failures = 0;
      successes = 0;
    },
    async use(work) {
      for (let tries = 1; ; ) {
        ended.throwIfAborted();
        try {
          return await attempt(work);
        } catch (error) {
          ended.throwIfAborted();
          // Those that did start do the work.
          if (isOneOf(LACKS, error) && started.size > 0) continue;
          if (isOneOf(FINAL, error)) throw error;
          failures += 1;
          if (successes === 0 && failures >= HOPELESS) {
            lack ??= (await lackOfRoom()) ?? hopeless(error);
            throw lack;
          }
          if (tries === ATTEMPTS)
            throw (await lackOfRoom()) ?? new LayoutStopped("crash", { pages: 0, source: "" }, error);
          tries += 1;
        }
      }
    },
  };
}

/** The code that drives browsers is large; a build that takes everything from the cache does without it. */
async function startOne(
  limits: Limits,
  handlers: readonly HandlerScript[],
  signal: AbortSignal,
): Promise<PageWorker> {
  const [found, { startWorker }] = await Promise.all([findBrowser(), import("./worker.js")]);
  return startInTries(found, (within) => startWorker(found, limits, handlers, within), signal);
}

function hopeless(error: unknown): BrowserFailure {
  const reason = error instanceof Error ? error.message : String(error);
  return new BrowserFailure(
    `a browser starts, and failed ${HOPELESS} times at all that it was given: ${reason}`,
  );
}

function isOneOf(kinds: readonly (new (...given: never[]) => Error)[], error: unknown): boolean {
  return kinds.some((kind) => error instanceof kind);
}

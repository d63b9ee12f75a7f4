/**
 * Starts a browser in a few tries: one that does not come up, because it was killed or the machine was busy,
 * may do so the next time. One that hangs as it starts is not waited for again and again.
 */
import { lackOfRoom } from "../../../runtime/temporary/folder.js";
import { BrowserFailure } from "./browser/faults.js";
import type { FoundBrowser } from "./browser/found.js";

const TRIES = 3;
/** Milliseconds before another try. */
const PAUSE = 250;
/** Milliseconds for a browser to start and to prepare its page: a second, and many times that on a machine with much to do. */
const START_WITHIN = 60_000;
/** Milliseconds for all tries. */
const ALL_WITHIN = 90_000;

/**
 * @param start is to end what it has begun when its signal is aborted, then or later.
 * @param signal ends trying, and what was started.
 * @throws BrowserFailure when no try succeeds, TemporaryFolderError when that is for want of room; any other
 *   error of `start` at once.
 */
export async function startInTries<Started>(
  { executablePath }: FoundBrowser,
  start: (signal: AbortSignal) => Promise<Started>,
  signal: AbortSignal,
): Promise<Started> {
  const begun = performance.now();
  for (let tries = 1; ; tries += 1) {
    signal.throwIfAborted();
    const left = Math.min(START_WITHIN, begun + ALL_WITHIN - performance.now());
    try {
      return await startWithin(start, left, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof BrowserFailure)) throw error;
      if (tries === TRIES || performance.now() - begun + PAUSE > ALL_WITHIN)
        throw (
          (await lackOfRoom()) ?? new BrowserFailure(`${executablePath} does not start: ${error.message}`)
        );
    }
    await pause(signal);
  }
}

async function startWithin<Started>(
  start: (signal: AbortSignal) => Promise<Started>,
  milliseconds: number,
  signal: AbortSignal,
): Promise<Started> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), milliseconds);
  try {
    return await start(AbortSignal.any([signal, limit.signal]));
  } catch (error) {
    if (!limit.signal.aborted) throw error;
    throw new BrowserFailure(`it did not answer within ${Math.round(milliseconds / 1000)} seconds`);
  } finally {
    clearTimeout(timer);
  }
}

function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, PAUSE);
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

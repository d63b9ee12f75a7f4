/**
 * Tells a browser that does nothing any more from one that is busy: neither answers, but the one may be
 * waited for, and the other never comes back.
 *
 * Looks are counted, not seconds: while the program itself is busy, pages may wait for it.
 */
import { pagesTimeOf } from "./browser/processes.js";

/** Looks without work after which a browser hangs: about twenty seconds, see `LOOK_EVERY`. */
const LOOKS = 80;
/** Ticks of the processor that count as nothing, over all of that time. */
const NOTHING = 5;

/**
 * @returns is to be asked again and again while a page has something to do: true when its browser hangs. Always
 *   false where the system does not tell.
 */
export function idleness(
  pid: number | undefined,
  timeOf: (pid: number | undefined) => number | undefined = pagesTimeOf,
): () => boolean {
  let since = timeOf(pid);
  let looks = 0;
  return () => {
    const now = timeOf(pid);
    const isBusy = now === undefined || since === undefined || Math.abs(now - since) > NOTHING;
    looks = isBusy ? 0 : looks + 1;
    if (isBusy) since = now;
    return looks >= LOOKS;
  };
}

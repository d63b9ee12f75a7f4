/**
 * Lets the program answer others while it computes.
 *
 * A browser that starts asks some thirty things, one after another, and threads want to be heard: each
 * waits until the program comes up for air, while it parses and composes for seconds.
 */
import { setImmediate } from "node:timers/promises";

/** Milliseconds of computing after which somebody may be waiting. */
const LONG = 5;

let last = 0;

/** To be awaited between two pieces of work: answers who is waiting, if that was not done a moment ago. */
export async function letEventsRun(): Promise<void> {
  const now = performance.now();
  if (now - last < LONG) return;
  await setImmediate();
  last = performance.now();
}

/**
 * The end of the process, when all is done: what somebody has forgotten to close must not keep it.
 *
 * What was written may be on its way still, where the streams are slow. It is waited for, but not for ever.
 */
import type { Writable } from "node:stream";
import { EXIT } from "./exit-codes.js";

/**
 * Milliseconds. A reader may stop for a while (`colophon build --json | less`); one that neither reads nor closes
 * never takes the rest, and what it has is not all there is: that is no success.
 */
const FLUSH_WITHIN = 600_000;

/** Ends the process with a code once the streams have given away what they have. */
export async function endProcess(code: number, streams: readonly Writable[]): Promise<never> {
  process.exitCode = code;
  setTimeout(() => process.exit(code || EXIT.machine), FLUSH_WITHIN);
  await Promise.all(streams.map(flushed));
  process.exit(code);
}

function flushed(stream: Writable): Promise<void> {
  if (stream.destroyed || stream.writableLength === 0) return Promise.resolve();
  return new Promise((resolve) => {
    stream.once("close", resolve);
    stream.write("", () => resolve());
  });
}

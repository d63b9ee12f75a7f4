/** sharp, the image library, set up for a process that makes many editions. */
import type SharpModule from "sharp";

let library: Promise<typeof SharpModule> | undefined;

/**
 * Loaded when needed: most publications need no image drawn or converted. It keeps nothing of finished
 * images, and draws each on one thread: every thread has memory of its own that is never given
 * back, and several editions are in work at once anyway.
 */
export function imageLibrary(): Promise<typeof SharpModule> {
  library ??= import("sharp").then(({ default: sharp }) => {
    sharp.cache(false);
    sharp.concurrency(1);
    return sharp;
  });
  return library;
}

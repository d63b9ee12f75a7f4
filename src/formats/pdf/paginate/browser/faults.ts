/** What keeps pages from being laid out, and is no fault of theirs. The messages say what was tried. */

/** This machine has no browser. What can be made without one is made. */
export class NoBrowserError extends Error {
  override readonly name = "NoBrowserError";
}

/** There is a browser, and it does not start, does not answer, or ends: another time it may do better. */
export class BrowserFailure extends Error {
  override readonly name = "BrowserFailure";
}

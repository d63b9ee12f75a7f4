/** What keeps pages from being laid out, and is no fault of theirs. The messages say what was tried. */
import { MissingProgram } from "../../../faults.js";

/** This machine has no browser. What can be made without one is made. */
export class NoBrowserError extends MissingProgram {
  override readonly name = "NoBrowserError";

  constructor(message: string) {
    super("a browser", message);
  }
}

/** There is a browser, and it does not start, does not answer, or ends: another time it may do better. */
export class BrowserFailure extends Error {
  override readonly name = "BrowserFailure";
}

/** What an exception while a PDF is made says of the machine. */
import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.js";
import { BrowserFailure, NoBrowserError } from "./paginate/browser/faults.js";

export const BROWSER_HINT = "Install Chrome or Chromium, or set COLOPHON_BROWSER to the path of one";

/** Undefined for any other error. */
export function browserFault(error: unknown): Diagnostic | undefined {
  if (!(error instanceof NoBrowserError || error instanceof BrowserFailure)) return undefined;
  const message = `There is no browser to lay out pages with: ${error.message}`;
  return diagnostic("no-browser", message, undefined, BROWSER_HINT);
}

/** Diagnostics are values: stages report them, reporters print them, nothing in between logs. */
import { CODES, type Code, type Severity } from "./codes.js";
import type { Location } from "./location.js";

export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  /** What is wrong, as a sentence without its final stop. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
  readonly location?: Location;
  /** Of a fault of the program: where in the program it is. For who looks for it (`--debug`), not for reports. */
  readonly details?: string;
}

/** Where a stage puts what it finds. Each worker has its own, so order never depends on timing. */
export type Report = (diagnostic: Diagnostic) => void;

/**
 * Makes a diagnostic with the severity that its code has by default.
 *
 * @param at Place in the sources; leave out when there is none.
 */
export function diagnostic(code: Code, message: string, at?: Location, hint?: string): Diagnostic {
  return {
    code,
    severity: CODES[code].severity,
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(at === undefined ? {} : { location: at }),
  };
}

/** True when one of the diagnostics is an error: the edition must not be published. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((each) => each.severity === "error");
}

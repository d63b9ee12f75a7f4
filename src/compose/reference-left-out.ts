/** What is said about a reference to something that is for other editions. */
import { diagnostic } from "../diagnostics/diagnostic.js";
import type { Location } from "../diagnostics/location.js";

/** @param name as the text has it: `@fig-x`, `#part`, `two.md`. */
export function referenceLeftOut(name: string, at: Location) {
  const message = `\`${name}\` leads to something that this edition leaves out`;
  const hint = "Mark the reference with the same `only` or `not`, or keep what it leads to";
  return diagnostic("reference-left-out", message, at, hint);
}

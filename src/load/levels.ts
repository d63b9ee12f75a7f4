/** The levels of diagnostics that a publication sets under `diagnostics`. */
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";
import { isCode, type Level, type Levels, levelFault } from "../diagnostics/levels.js";
import type { Description } from "./description.js";

/** Levels with a name that exists; each that cannot be set is reported. */
export function describedLevels({ value, places }: Description, report: Report): Levels | undefined {
  if (value.diagnostics === undefined) return undefined;
  const levels: [string, Level][] = [];
  for (const [code, level] of Object.entries(value.diagnostics)) {
    const fault = levelFault(code, level);
    if (fault) report(diagnostic(fault.code, fault.message, places.key(["diagnostics", code]), fault.hint));
    if (isCode(code)) levels.push([code, level]);
  }
  return Object.fromEntries(levels);
}

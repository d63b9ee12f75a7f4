/** What a publication or an edition makes of diagnostics: `diagnostics`, levels by code or kind, and `strict`. */
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";
import { type Level, type Levels, levelFault, levelsFrom, type Strictness } from "../diagnostics/levels.js";
import type { Path, Places } from "../model/places.js";

export interface DescribedLevels {
  readonly levels?: Levels;
  readonly strictness?: Strictness;
}

interface LevelDescription {
  readonly diagnostics?: Readonly<Record<string, Level>> | undefined;
  readonly strict?: boolean | undefined;
}

/**
 * Levels with a name that exists; each that cannot be set is reported.
 *
 * @param at where the mapping is that has the keys.
 */
export function describedLevels(
  { diagnostics, strict }: LevelDescription,
  places: Places,
  at: Path,
  report: Report,
): DescribedLevels {
  for (const [name, level] of Object.entries(diagnostics ?? {})) {
    const fault = levelFault(name, level);
    const place = places.key([...at, "diagnostics", name]);
    if (fault) report(diagnostic(fault.code, fault.message, place, fault.hint));
  }
  return {
    ...(diagnostics === undefined ? {} : { levels: levelsFrom(diagnostics) }),
    ...(strict === undefined ? {} : { strictness: strict ? "strict" : "lenient" }),
  };
}

/**
 * Levels of diagnostics: what a publication or the command line makes of a code.
 *
 * Warnings can be made errors or be turned off. An error means that something would be lost or
 * wrong, so it stays one, but for judgements on finished files (`settable` in `codes.ts`).
 * Stages know nothing of this: they report what they find, and it is levelled afterwards.
 */
import { CODES, type Code, type Severity } from "./codes.js";
import type { Diagnostic } from "./diagnostic.js";
import { nearest } from "./nearest.js";

export const LEVELS = ["error", "warning", "off"] as const;
export type Level = (typeof LEVELS)[number];
export type Levels = Readonly<Partial<Record<Code, Level>>>;

/** Whether a warning that has no level of its own stops an edition. */
export type Strictness = "strict" | "lenient";

export interface LevelFault {
  readonly code: Extract<Code, "unknown-code" | "fixed-level">;
  readonly message: string;
  readonly hint: string;
}

/** What is wrong with a level, if anything is. */
export function levelFault(code: string, level: Level): LevelFault | undefined {
  if (!isCode(code)) {
    const similar = nearest(code, Object.keys(CODES));
    const hint = similar === undefined ? "Diagnostics show their codes" : `Did you mean \`${similar}\`?`;
    return { code: "unknown-code", message: `No diagnostic has the code \`${code}\``, hint };
  }
  if (level === "error" || !isFixed(code)) return undefined;
  const message = `\`${code}\` cannot be \`${level}\`: it means that something would be lost or wrong`;
  return { code: "fixed-level", message, hint: "Remove the level, and the fault" };
}

export function isCode(name: string): name is Code {
  return Object.hasOwn(CODES, name);
}

/** The diagnostic with its level; undefined when that is `off`. A level that is not allowed has no effect. */
export function levelled(each: Diagnostic, levels: Levels, strictness: Strictness): Diagnostic | undefined {
  const level = levels[each.code];
  if (level === undefined) {
    return strictness === "strict" && each.severity === "warning" ? { ...each, severity: "error" } : each;
  }
  if (level !== "error" && isFixed(each.code)) return each;
  return level === "off" ? undefined : { ...each, severity: level };
}

/** All that is left of a list, see `levelled`. */
export function allLevelled(
  found: readonly Diagnostic[],
  levels: Levels,
  strictness: Strictness,
): readonly Diagnostic[] {
  return found.flatMap((each) => levelled(each, levels, strictness) ?? []);
}

function isFixed(code: Code): boolean {
  const definition: { readonly severity: Severity; readonly settable?: true } = CODES[code];
  return definition.severity === "error" && definition.settable !== true;
}

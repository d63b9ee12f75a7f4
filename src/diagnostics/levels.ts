/**
 * Levels of diagnostics: what a publication or the command line makes of a code, or of all codes of a kind.
 *
 * A level works both ways: a warning can be made an error, an error a warning. Only an error after
 * which there is nothing to publish stays one (`fixed` in `codes.ts`, what the machine lacks and what
 * the program fails at).
 * Stages know nothing of this: they report what they find, and it is levelled afterwards.
 */
import { CODES, type Code, KINDS, type Kind, type Scope, type Severity } from "./codes.js";
import type { Diagnostic } from "./diagnostic.js";
import { nearest } from "./nearest.js";

export const LEVELS = ["error", "warning", "off"] as const;
export type Level = (typeof LEVELS)[number];
export type Levels = Readonly<Partial<Record<Code, Level>>>;

/**
 * What becomes of a diagnostic that has no level of its own: with `strict` a warning stops an edition,
 * with `anyway` not even an error does.
 */
export type Strictness = "strict" | "lenient" | "anyway";

export interface LevelFault {
  readonly code: Extract<Code, "unknown-code" | "fixed-level">;
  readonly message: string;
  readonly hint: string;
}

/** What is wrong with a level, if anything is. @param name of a code or a kind. */
export function levelFault(name: string, level: Level): LevelFault | undefined {
  if (isKind(name)) return undefined;
  if (!isCode(name)) {
    const similar = nearest(name, [...KINDS, ...Object.keys(CODES)]);
    const hint =
      similar === undefined ? `Write a code, or a kind: ${KINDS.join(", ")}` : `Did you mean \`${similar}\`?`;
    return { code: "unknown-code", message: `No diagnostic has the code or kind \`${name}\``, hint };
  }
  if (level === "error" || !isFixed(name)) return undefined;
  const message = `\`${name}\` cannot be \`${level}\`: there is nothing to publish after it`;
  return { code: "fixed-level", message, hint: "Remove the level, and the fault" };
}

/** The levels of codes that a level for a code or a kind stands for; none for a name that does not exist. */
export function levelsFor(name: string, level: Level): Levels {
  if (isCode(name)) return { [name]: level };
  const codes = Object.keys(CODES) as Code[];
  return Object.fromEntries(codes.flatMap((code) => (CODES[code].kind === name ? [[code, level]] : [])));
}

/** Of levels that stand side by side, those for a code count before those for its kind. */
export function levelsFrom(given: Readonly<Record<string, Level>>): Levels {
  const entries = Object.entries(given);
  const ofKinds = entries.filter(([name]) => isKind(name));
  const ofCodes = entries.filter(([name]) => isCode(name));
  return Object.assign({}, ...[...ofKinds, ...ofCodes].map(([name, level]) => levelsFor(name, level)));
}

function isCode(name: string): name is Code {
  return Object.hasOwn(CODES, name);
}

function isKind(name: string): name is Kind {
  return (KINDS as readonly string[]).includes(name);
}

/** The diagnostic with its level; undefined when that is `off`. A level that is not allowed has no effect. */
export function levelled(each: Diagnostic, levels: Levels, strictness: Strictness): Diagnostic | undefined {
  const level = levels[each.code] ?? levelBy(strictness, each.severity);
  if (level === undefined || (level !== "error" && isFixed(each.code))) return each;
  return level === "off" ? undefined : { ...each, severity: level };
}

function levelBy(strictness: Strictness, severity: Severity): Level | undefined {
  if (strictness === "strict" && severity === "warning") return "error";
  return strictness === "anyway" && severity === "error" ? "warning" : undefined;
}

/** All that is left of a list, see `levelled`. */
export function allLevelled(
  found: readonly Diagnostic[],
  levels: Levels,
  strictness: Strictness,
): readonly Diagnostic[] {
  return found.flatMap((each) => levelled(each, levels, strictness) ?? []);
}

/** True for an error that no level lowers. */
export function isFixed(code: Code): boolean {
  const definition: { readonly severity: Severity; readonly scope: Scope; readonly fixed?: true } =
    CODES[code];
  const isOfTexts = definition.scope === "configuration" || definition.scope === "publication";
  return definition.severity === "error" && (definition.fixed === true || !isOfTexts);
}

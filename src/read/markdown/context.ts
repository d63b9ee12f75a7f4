/** What the rules and steps of one run of the parser share: the source, the report, the notes found. */
import type { Env, Token } from "markdown-it";
import type { Code } from "../../diagnostics/codes.js";
import { diagnostic } from "../../diagnostics/diagnostic.js";
import type { CellDefaults } from "../../model/text-settings.js";
import { lineContentStart, locate } from "../source.js";
import type { TreeContext } from "../tree/step.js";

export interface ParseContext extends TreeContext {
  /** Footnotes in the order of their definitions. */
  readonly notes: NoteDefinition[];
  /** The line of the source on which the text begins that is being read: another than 0 in blocks within blocks. */
  firstLine: number;
  /** Macros of TeX, by their names with the backslash. */
  readonly macros: Readonly<Record<string, string>>;
  /** What goes for cells and listings that do not say it themselves. */
  readonly cells: CellDefaults;
}

export interface NoteDefinition {
  readonly label: string;
  /** Offset of the definition. */
  readonly start: number;
  readonly tokens: Token[];
}

/**
 * A token that knows its place. While a line of text is being read `start` counts from the
 * beginning of that text; from the step `place` on it is an offset into the source.
 */
export type PlacedToken = Token & { start?: number };

const KEY = Symbol("colophon");

/** The environment that markdown-it hands to each rule. */
export function environment(context: ParseContext): Env {
  return { [KEY]: context };
}

export function contextOf(env: Env | undefined): ParseContext {
  return env?.[KEY] as ParseContext;
}

/** The offset of the first word on a line, as a rule for blocks counts lines while it reads. */
export function lineStart({ source, firstLine }: ParseContext, line: number): number {
  return lineContentStart(source, firstLine + line);
}

/** Reports a problem at an offset of the source. */
export function reportAt(
  context: ParseContext,
  code: Code,
  message: string,
  offset: number,
  hint?: string,
): void {
  context.report(diagnostic(code, message, locate(context.source, offset), hint));
}

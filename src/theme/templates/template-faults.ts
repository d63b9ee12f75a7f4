/**
 * Mistakes in templates, with the place in the file that has them.
 *
 * Handlebars tells the line of some errors and the file of none. So every template and every
 * partial runs inside a guard that knows its file, and every helper inside one that knows where
 * it was called: the innermost of each gives the place.
 */
import { nearest } from "../../diagnostics/nearest.js";

/** Where a template calls a helper: lines from 1, columns from 0, as Handlebars counts them. */
interface CallPlace {
  readonly line: number;
  readonly column: number;
}

/** A template of a theme or a publication cannot be read or filled in: the fault of its author. */
export class TemplateError extends Error {
  override readonly name = "TemplateError";
  /** Absolute path of the template. */
  readonly file: string;
  /** From 1; the first of the file when it is not known. */
  readonly line: number;
  readonly column: number;
  readonly hint: string;
  constructor(file: string, place: CallPlace, message: string, hint: string, cause?: unknown) {
    super(message, { cause });
    this.file = file;
    this.line = place.line;
    this.column = place.column + 1;
    this.hint = hint;
  }
}

export interface TemplateSource {
  /** Absolute path. */
  readonly file: string;
  readonly text: string;
}

const START: CallPlace = { line: 1, column: 0 };

const calls = new WeakMap<Error, CallPlace>();

/** Notes where the helper was called that threw; the innermost call counts. */
export function calledAt(error: unknown, place: CallPlace | undefined): unknown {
  if (error instanceof Error && place !== undefined && !calls.has(error)) calls.set(error, place);
  return error;
}

/** The place that `calledAt` has noted; for the innermost guard it is one in its own template. */
export function placeOfCall(error: Error): CallPlace {
  return calls.get(error) ?? START;
}

/**
 * @param partials Names of all partials, for a misspelt one.
 * @returns what the template threw, with its place.
 */
export function templateError(
  error: unknown,
  source: TemplateSource,
  partials: Iterable<string>,
): TemplateError {
  if (error instanceof TemplateError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const at = (place: CallPlace, what: string, hint: string) =>
    new TemplateError(source.file, place, what, hint, error);
  const unread = /^Parse error on line (\d+):\n(.*)\n/.exec(message);
  if (unread !== null) {
    const what = `The template cannot be read, at \`${unread[2]!.trim()}\``;
    return at({ line: Number(unread[1]), column: 0 }, what, "Close every `{{` and every block");
  }
  const missing = /^The partial (.*) could not be found$/.exec(message)?.[1];
  if (missing !== undefined) {
    const similar = nearest(missing, [...partials]);
    const hint = similar === undefined ? `Add \`partials/${missing}.hbs\`` : `Did you mean \`${similar}\`?`;
    return at(placeOfPartial(source.text, missing), `There is no partial \`${missing}\``, hint);
  }
  if (error instanceof RangeError)
    return at(START, "The template includes itself without an end", "End the recursion with `{{#if}}`");
  const place = placeIn(error) ?? (error instanceof Error ? placeOfCall(error) : START);
  const unknown = /^"(.*)" not defined in /.exec(message)?.[1];
  if (unknown !== undefined)
    return at(
      place,
      `The template names \`${unknown}\`, which does not exist here`,
      "Correct the name, or ask for it with `{{#if}}`",
    );
  const what = message.split("\n")[0]!.replace(/ - \d+:\d+$/, "");
  return at(
    place,
    `The template fails: ${what}`,
    "Correct the template; the manual lists what templates are given",
  );
}

/** Errors of Handlebars itself carry their line, those of others do not. */
function placeIn(error: unknown): CallPlace | undefined {
  if (!(error instanceof Error) || !("lineNumber" in error) || !("column" in error)) return undefined;
  const { lineNumber: line, column } = error;
  return typeof line === "number" && typeof column === "number" ? { line, column } : undefined;
}

function placeOfPartial(text: string, name: string): CallPlace {
  for (const call of text.matchAll(/\{\{~?#?>\s*["']?([^\s"'}~]+)/g)) {
    if (call[1] !== name) continue;
    const before = text.slice(0, call.index).split("\n");
    return { line: before.length, column: before.at(-1)!.length };
  }
  return START;
}

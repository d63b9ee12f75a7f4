/** `{{ name }}`: where a variable of the edition stands, in `publication.yaml` and in texts. */
import { diagnostic } from "../diagnostics/diagnostic.js";
import type { Location } from "../diagnostics/location.js";
import { nearest } from "../diagnostics/nearest.js";

/** The value of a variable. */
export type Variable = string | number | boolean;

/** A name is spelt as in `variables`; braces around anything else are ordinary text. A backslash before them keeps them. */
const PLACEHOLDER = /(\\?)\{\{[ \t]*([a-z][a-z0-9]*(?:-[a-z0-9]+)*)[ \t]*\}\}/g;

export interface Placeholder {
  readonly name: string;
  /** Offset in the text. */
  readonly start: number;
}

/** The placeholders of a text, without those that a backslash keeps. */
export function placeholdersIn(text: string): readonly Placeholder[] {
  if (!text.includes("{{")) return [];
  const found = [...text.matchAll(PLACEHOLDER)].filter(([, backslash]) => backslash === "");
  return found.map((match) => ({ name: match[2]!, start: match.index }));
}

/** The name, when the text is one placeholder and nothing else. */
export function solePlaceholder(text: string): string | undefined {
  const [match, second] = [...text.matchAll(PLACEHOLDER)];
  const isSole = match !== undefined && second === undefined && match[0] === text.trim() && match[1] === "";
  return isSole ? match[2] : undefined;
}

/**
 * Puts values in the place of their names, and takes away the backslash that keeps braces.
 *
 * @param replacementFor undefined leaves the placeholder as it is.
 */
export function fillPlaceholders(text: string, replacementFor: (name: string) => string | undefined): string {
  if (!text.includes("{{")) return text;
  return text.replace(PLACEHOLDER, (whole: string, backslash: string, name: string) =>
    backslash === "" ? (replacementFor(name) ?? whole) : whole.slice(1),
  );
}

/** @param at the place of the placeholder. */
export function unknownVariable(name: string, known: Iterable<string>, at: Location) {
  const names = [...known];
  const similar = nearest(name, names);
  const keep = "write `\\{{` to keep the braces";
  const others =
    names.length === 0
      ? `Add it to \`variables\`, or ${keep}`
      : `Use one of: ${names.join(", ")}; or ${keep}`;
  const hint = similar === undefined ? others : `Did you mean \`${similar}\`?`;
  return diagnostic("unknown-variable", `There is no variable \`${name}\``, at, hint);
}

/** What the readers of divs have in common, see `divs.ts`. */
import type { StateCore, Token } from "markdown-it";

/** A div, and what stands in it. */
export interface Div {
  readonly open: Token;
  readonly content: readonly Token[];
  readonly close: Token;
}

/** @returns what stands in its place; undefined for a div of another kind. */
export type DivReader = (div: Div, state: StateCore) => readonly Token[] | undefined;

export function classesOf(token: Token): readonly string[] {
  return String(token.attrGet("class") ?? "")
    .split(/\s+/)
    .filter((name) => name !== "");
}

/** Takes an attribute off a token. */
export function takeAttribute(token: Token, name: string): string | undefined {
  const value = token.attrGet(name);
  token.attrs = token.attrs?.filter(([each]) => each !== name) ?? null;
  return value === null ? undefined : String(value);
}

/** The heading that a div begins with: its three tokens, and what follows. */
export function leadingHeading(
  content: readonly Token[],
): { readonly text: Token; readonly rest: readonly Token[] } | undefined {
  const [open, text, close, ...rest] = content;
  return open?.type === "heading_open" && text?.type === "inline" && close?.type === "heading_close"
    ? { text, rest }
    : undefined;
}

/**
 * The one form that all callouts end in: a div of the classes of its kind, and a first paragraph of class
 * `callout-title`.
 *
 * A title that the author has written is Markdown. Without one a tool shows the name of the kind; for
 * the five that every language has a word for (`data-callout`) it is written when a book is composed,
 * in its language.
 */
import type { StateBlock, StateCore, Token } from "markdown-it";
import { blockOfText, closeBlock, openBlock } from "../block-token.js";
import { bookKind, calloutClasses, kindTitle } from "./kinds.js";

export interface Callout {
  /** Its name, in small letters. */
  readonly kind: string;
  /** Markdown of one line; empty when there is to be none. Default: the name of the kind. */
  readonly title?: string;
}

/**
 * The tokens that begin a callout; what it holds follows, and `closeCallout`.
 *
 * @param line where it begins, and where its title stands.
 */
export function openCallout(state: StateBlock | StateCore, { kind, title }: Callout, line: number): Token[] {
  const open = openBlock(state, "div", [line, line + 1]);
  open.attrSet("class", calloutClasses(kind).join(" "));
  return [open, ...titleTokens(state, kind, title, line)];
}

export function closeCallout(state: StateBlock | StateCore): Token {
  return closeBlock(state, "div");
}

function titleTokens(
  state: StateBlock | StateCore,
  kind: string,
  title: string | undefined,
  line: number,
): Token[] {
  if (title === "") return [];
  const tokens = blockOfText(state, "p", title ?? kindTitle(kind), [line, line + 1]);
  tokens[0].attrSet("class", "callout-title");
  const word = title === undefined ? bookKind(kind) : undefined;
  if (word !== undefined) tokens[0].attrSet("data-callout", word);
  return tokens;
}

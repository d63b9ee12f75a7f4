/**
 * Bracketed spans, `[text]{.smallcaps lang=en}`, as in Pandoc.
 *
 * Brackets are kept on a stack while the text is read, as CommonMark does it for links: a
 * bracket that no link took is text until `]{…}` makes a span of it. So each bracket is looked
 * at once, however many there are.
 */
import type { Delimiter, MarkdownIt, StateInline, Token } from "markdown-it";
import { applyAttributes, readAttributeList } from "./attribute-list.js";

interface Bracket {
  readonly token: Token;
  /** The emphasis marks of the text around the bracket, and how many there were before it. */
  readonly delimiters: Delimiter[];
  readonly before: number;
}

const brackets = new WeakMap<StateInline, Bracket[]>();

export function bracketedSpan(md: MarkdownIt): void {
  md.inline.ruler.push("span_open", openBracket);
  md.inline.ruler.push("span_close", closeBracket);
}

function openBracket(state: StateInline, silent: boolean): boolean {
  if (silent || state.src.charCodeAt(state.pos) !== 0x5b) return false;
  const token = state.push("text", "", 0);
  token.content = "[";
  const stack = brackets.get(state) ?? [];
  const { delimiters } = state;
  stack.push({ token, delimiters, before: delimiters.length });
  brackets.set(state, stack);
  state.pos++;
  return true;
}

function closeBracket(state: StateInline, silent: boolean): boolean {
  if (silent || state.src.charCodeAt(state.pos) !== 0x5d) return false;
  const bracket = brackets.get(state)?.pop();
  const list = bracket && readAttributeList(state.src, state.pos + 1);
  if (!bracket || !list || list.end > state.posMax || bracket.delimiters !== state.delimiters) return false;
  if (state.pending !== "") state.pushPending();
  Object.assign(bracket.token, { type: "span_open", tag: "span", nesting: 1, content: "" });
  applyAttributes(list, bracket.token);
  // Marks inside of the brackets pair among themselves, those outside among themselves.
  state.tokens_meta.push({ delimiters: state.delimiters.splice(bracket.before) });
  const close = state.push("text", "", 0);
  Object.assign(close, { type: "span_close", tag: "span", nesting: -1 });
  state.pos = list.end;
  return true;
}

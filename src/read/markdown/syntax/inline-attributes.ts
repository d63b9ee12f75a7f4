/**
 * Attributes of inline elements: `*em*{.x}`, `` `code`{.x} ``, `![](a.png){width=50%}`,
 * `[link](b.md){.x}`, with nothing between the element and the brace. Behind an element that is written in HTML,
 * which has attributes of its own, kramdown's are left out: `<a href="b">c</a>{: .x }`.
 *
 * A list is taken from the source as it stands, before its quotes and stars mean anything;
 * what it belongs to is known when emphasis has been resolved, at the end of the line of text.
 */
import type { MarkdownIt, StateInline, Token } from "markdown-it";
import { type AttributeList, applyAttributes, readAttributeList } from "./attribute-list.js";

const TYPE = "attributes";

export function inlineAttributes(md: MarkdownIt): void {
  md.inline.ruler.before("escape", TYPE, readList);
  md.inline.ruler2.before("keep_first_place", TYPE, applyLists);
}

function readList(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x7b || !followsElement(state)) return false;
  const list = readAttributeList(state.src, state.pos);
  if (!list || list.end > state.posMax) return false;
  if (!silent && !isBehindHtml(state)) {
    const token = state.push(TYPE, "", 0);
    token.content = state.src.slice(state.pos, list.end);
    token.meta = { list };
  }
  state.pos = list.end;
  return true;
}

/** True right after an element, or after marks that may turn out to end one. */
function followsElement(state: StateInline): boolean {
  const last = state.tokens.at(-1);
  if (!last || state.pending !== "") return false;
  return canHaveAttributes(last) || last.type === TYPE || isClosingMark(state) || isBehindHtml(state);
}

function isBehindHtml({ src, pos, tokens }: StateInline): boolean {
  const last = tokens.at(-1);
  return src[pos + 1] === ":" && last?.type === "html_inline" && /^<\/|\/>$/.test(last.content);
}

function isClosingMark(state: StateInline): boolean {
  const mark = state.delimiters.at(-1);
  return mark?.token === state.tokens.length - 1 && mark.close;
}

function canHaveAttributes(token: Token): boolean {
  return token.nesting === -1 || token.type === "image" || token.type === "code_inline";
}

function applyLists(state: StateInline): void {
  const open: Token[] = [];
  let owner: Token | undefined;
  let hasLists = false;
  for (const token of state.tokens) {
    if (token.type === TYPE) {
      if (owner) applyAttributes((token.meta as { list: AttributeList }).list, owner);
      else token.type = "text";
      hasLists = true;
      continue;
    }
    if (isEmptied(token)) continue;
    owner = canHaveAttributes(token) ? (token.nesting === -1 ? open.pop() : token) : undefined;
    if (token.nesting === 1) open.push(token);
  }
  if (hasLists) state.tokens = dropApplied(state.tokens);
}

/** `**` is two tokens; when they become one element the other is left without text. */
function isEmptied(token: Token): boolean {
  return token.type === "text" && token.content === "";
}

/** The caller holds the same array, so it changes in place. */
function dropApplied(tokens: Token[]): Token[] {
  let length = 0;
  for (const token of tokens) if (token.type !== TYPE) tokens[length++] = token;
  tokens.length = length;
  return tokens;
}

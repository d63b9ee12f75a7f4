/**
 * The one form that all tabs end in: a div of class `tab` for each, with its title as the first
 * paragraph. A web page shows one of them at a time, a book one after the other.
 */
import type { StateBlock, StateCore, Token } from "markdown-it";

/**
 * The tokens that begin a tab; what it holds follows, and `closeTab`.
 *
 * @param title Markdown of one line.
 * @param line where it begins, and where its title stands.
 */
export function openTab(state: StateBlock | StateCore, title: string, line: number): Token[] {
  const open = block(state, "div_open", "div", 1, line);
  open.attrSet("class", "tab");
  if (title === "") return [open];
  const paragraph = block(state, "paragraph_open", "p", 1, line);
  paragraph.attrSet("class", "tab-title");
  const text = Object.assign(block(state, "inline", "", 0, line), { content: title, children: [] });
  return [open, paragraph, text, block(state, "paragraph_close", "p", -1)];
}

export function closeTab(state: StateBlock | StateCore): Token {
  return block(state, "div_close", "div", -1);
}

function block(
  state: StateBlock | StateCore,
  type: string,
  tag: string,
  nesting: -1 | 0 | 1,
  line?: number,
): Token {
  const map = line === undefined ? null : ([line, line + 1] as [number, number]);
  return Object.assign(new state.Token(type, tag, nesting), { block: true, map });
}

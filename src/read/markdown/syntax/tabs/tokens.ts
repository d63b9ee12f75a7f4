/**
 * The one form that all tabs end in: a div of class `tab` for each, with its title as the first
 * paragraph. A web page shows one of them at a time, a book one after the other.
 */
import type { StateBlock, StateCore, Token } from "markdown-it";
import { blockOfText, closeBlock, openBlock } from "../block-token.js";

/**
 * The tokens that begin a tab; what it holds follows, and `closeTab`.
 *
 * @param title Markdown of one line.
 * @param line where it begins, and where its title stands.
 */
export function openTab(state: StateBlock | StateCore, title: string, line: number): Token[] {
  const open = openBlock(state, "div", [line, line + 1]);
  open.attrSet("class", "tab");
  if (title === "") return [open];
  const paragraph = blockOfText(state, "p", title, [line, line + 1]);
  paragraph[0].attrSet("class", "tab-title");
  return [open, ...paragraph];
}

export function closeTab(state: StateBlock | StateCore): Token {
  return closeBlock(state, "div");
}

/**
 * Tokens of blocks that a rule makes itself and puts where it wants them; `state.push` of markdown-it only
 * appends to the text so far.
 */
import type { StateBlock, StateCore, Token } from "markdown-it";

type State = StateBlock | StateCore;

/** @param map the lines of the block, from the first to the one behind its last; null when it has none. */
export function openBlock(state: State, tag: string, map: Token["map"] = null): Token {
  return Object.assign(new state.Token(`${typeOf(tag)}_open`, tag, 1), { block: true, map });
}

export function closeBlock(state: State, tag: string): Token {
  return Object.assign(new state.Token(`${typeOf(tag)}_close`, tag, -1), { block: true });
}

/** Text of a block, which is read as Markdown of one paragraph when markdown-it comes to it. */
export function inlineToken(state: State, content: string, map: Token["map"] = null): Token {
  return Object.assign(new state.Token("inline", "", 0), { block: true, content, children: [], map });
}

/** A block that holds only Markdown of one paragraph; the first of its three tokens is the one for attributes. */
export function blockOfText(
  state: State,
  tag: string,
  content: string,
  map: Token["map"] = null,
): [Token, Token, Token] {
  return [openBlock(state, tag, map), inlineToken(state, content, map), closeBlock(state, tag)];
}

/** The name that markdown-it has for the tokens of an element. */
function typeOf(tag: string): string {
  return tag === "p" ? "paragraph" : tag;
}

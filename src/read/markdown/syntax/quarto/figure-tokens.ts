/** The tokens of a figure around blocks. */
import type { StateCore, Token } from "markdown-it";

export interface Float {
  readonly id?: string;
  /** Markdown of one paragraph. */
  readonly caption?: string;
}

/** @param map the lines of the figure, where its caption stands too. */
export function figureTokens(
  state: StateCore,
  map: Token["map"],
  { id, caption }: Float,
  content: readonly Token[],
): readonly Token[] {
  const open = block(state, "figure", 1, map);
  if (id !== undefined) open.attrSet("id", id);
  const figcaption = caption === undefined ? [] : captionTokens(state, inlineTokens(state, caption, map));
  return [open, ...content, ...figcaption, block(state, "figure", -1, null)];
}

/** @param text an inline token. */
export function captionTokens(state: StateCore, text: Token): readonly Token[] {
  return [block(state, "figcaption", 1, text.map), text, block(state, "figcaption", -1, null)];
}

export function inlineTokens(state: StateCore, content: string, map: Token["map"]): Token {
  return Object.assign(new state.Token("inline", "", 0), { content, children: [], map });
}

function block(state: StateCore, tag: string, nesting: 1 | -1, map: Token["map"]): Token {
  const type = nesting === 1 ? `${tag}_open` : `${tag}_close`;
  return Object.assign(new state.Token(type, tag, nesting), { block: true, map });
}

/** The tokens of a figure around blocks. */
import type { StateCore, Token } from "markdown-it";
import { closeBlock, inlineToken, openBlock } from "../block-token.js";

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
  const open = openBlock(state, "figure", map);
  if (id !== undefined) open.attrSet("id", id);
  const figcaption = caption === undefined ? [] : captionTokens(state, inlineToken(state, caption, map));
  return [open, ...content, ...figcaption, closeBlock(state, "figure")];
}

/** @param text an inline token. */
export function captionTokens(state: StateCore, text: Token): readonly Token[] {
  return [openBlock(state, "figcaption", text.map), text, closeBlock(state, "figcaption")];
}

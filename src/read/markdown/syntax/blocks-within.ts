/** Reads blocks of a text that stands within others, beside them or with other marks: a cell of a table, an environment of TeX. */
import type { StateBlock, StateCore, Token } from "markdown-it";
import { contextOf } from "../context.js";

/**
 * @param text its lines stand on lines of the source that follow each other, whatever is around them there.
 * @param line that of its first line in the source.
 */
export function blocksWithin(state: StateBlock | StateCore, text: string, line: number): Token[] {
  const tokens: Token[] = [];
  if (text === "") return tokens;
  const context = contextOf(state.env);
  const { block } = state.md;
  const within = new block.State(text, state.md, state.env, tokens);
  // As deep as what is around it: what is nested too deeply is kept as text.
  if ("level" in state) within.level = state.level;
  context.firstLine += line;
  block.tokenize(within, within.line, within.lineMax);
  context.firstLine -= line;
  for (const token of tokens) {
    if (token.map) token.map = [token.map[0] + line, token.map[1] + line];
  }
  return tokens;
}

/** The text alone of blocks that are one paragraph, as a cell or a caption has it. */
export function withoutLoneParagraph(blocks: Token[]): Token[] {
  const isOne = blocks.length === 3 && blocks[0]!.type === "paragraph_open";
  return isOne ? blocks.slice(1, 2) : blocks;
}

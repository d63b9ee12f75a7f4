/** Reads the blocks of some lines of the text, for a rule that has opened a block around them. */
import type { StateBlock } from "markdown-it";

/** @param end the line behind the last one. What stands around the lines then goes on as before. */
export function tokenizeLines(state: StateBlock, first: number, end: number): void {
  const { parentType, level, tight } = state;
  Object.assign(state, { parentType: "root", level: level + 1 });
  state.md.block.tokenize(state, first, end);
  Object.assign(state, { parentType, level, tight });
}

import type { StateBlock } from "markdown-it";

/** A line of the text that is being read, without its indentation and the marks of blocks around it. */
export function lineText(state: StateBlock, line: number): string {
  return state.src.slice(state.bMarks[line]! + state.tShift[line]!, state.eMarks[line]);
}

/**
 * What is indented by four spaces below a line, as MkDocs has it in admonitions and tabs: where it ends,
 * and its blocks.
 */
import type { StateBlock } from "markdown-it";
import { tokenizeLines } from "./blocks.js";

const INDENT = 4;

/**
 * The line behind the last one that is indented below `line`, without blank lines at the end; undefined
 * when none is.
 */
export function indentedRegion(state: StateBlock, line: number, endLine: number): number | undefined {
  let end = line + 1;
  for (let next = line + 1; next < endLine; next++) {
    if (state.isEmpty(next)) continue;
    if (state.sCount[next]! < state.sCount[line]! + INDENT) break;
    end = next + 1;
  }
  return end > line + 1 ? end : undefined;
}

/** Reads the blocks below `line` up to `end`. What stands around them goes on behind. */
export function tokenizeRegion(state: StateBlock, line: number, end: number): void {
  const { blkIndent } = state;
  state.blkIndent = state.sCount[line]! + INDENT;
  tokenizeLines(state, line + 1, end);
  state.blkIndent = blkIndent;
  state.line = end;
}

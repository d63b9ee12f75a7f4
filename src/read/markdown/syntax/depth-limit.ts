/**
 * Keeps the text of blocks that are nested too deeply.
 *
 * markdown-it drops what lies deeper than its limit without a word. Shortly before the limit
 * the rest of the innermost block is kept as plain text here, and reported.
 */
import type { MarkdownIt, StateBlock } from "markdown-it";
import { contextOf, lineStart, reportAt } from "../context.js";

/** One rule may open two levels (a list and its item) before the next block is looked at. */
const RESERVE = 4;

export function depthLimit(md: MarkdownIt): void {
  md.block.ruler.before("table", "depth_limit", keepAsText);
}

function keepAsText(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (silent || state.level < state.md.options.maxNesting - RESERVE) return false;
  let line = startLine + 1;
  while (line < endLine && (state.isEmpty(line) || state.sCount[line]! >= state.blkIndent)) line++;
  const paragraph = state.push("paragraph_open", "p", 1);
  paragraph.map = [startLine, line];
  const text = state.push("plain_text", "", 0);
  text.content = state.getLines(startLine, line, state.blkIndent, false).trim();
  text.map = [startLine, line];
  state.push("paragraph_close", "p", -1);
  state.line = line;
  const context = contextOf(state.env);
  reportAt(
    context,
    "nesting-too-deep",
    "Lists, quotations or divs are nested too deeply; what is deeper is kept as plain text",
    lineStart(context, startLine),
    "Nest fewer of them",
  );
  return true;
}

/**
 * Page breaks of TeX, as Pandoc's users write them: `\newpage` and its like on a line of their own. Each becomes
 * an empty `<div class="page-break">`, which the renderers know.
 */
import type { MarkdownIt, StateBlock } from "markdown-it";

const COMMAND =
  /^\\(?:newpage|pagebreak(?:\[\d\])?|clearpage|cleardoublepage|clearemptydoublepage)(?:\{\})?\s*$/;

export function isPageBreak(text: string): boolean {
  return COMMAND.test(text);
}

export function pageBreak(md: MarkdownIt): void {
  md.block.ruler.before("fence", "page_break", readPageBreak, {
    alt: ["paragraph", "reference", "blockquote", "list"],
  });
}

function readPageBreak(state: StateBlock, line: number, _endLine: number, silent: boolean): boolean {
  const start = state.bMarks[line]! + state.tShift[line]!;
  if (state.src.charCodeAt(start) !== 0x5c || state.sCount[line]! - state.blkIndent >= 4) return false;
  if (!isPageBreak(state.src.slice(start, state.eMarks[line]))) return false;
  if (!silent) pushPageBreak(state, line);
  return true;
}

/** An empty div on its own line. */
export function pushPageBreak(state: StateBlock, line: number): void {
  const open = state.push("div_open", "div", 1);
  open.attrSet("class", "page-break");
  open.map = [line, line + 1];
  state.push("div_close", "div", -1);
  state.line = line + 1;
}

/** Lines of Leanpub that are no text: `%% comment`. */
import type { MarkdownIt, StateBlock } from "markdown-it";
import { lineText } from "../line-text.js";

export function commentLine(md: MarkdownIt): void {
  md.block.ruler.before("fence", "leanpub_comment", readComment, { alt: ["paragraph", "reference"] });
}

function readComment(state: StateBlock, line: number, _endLine: number, silent: boolean): boolean {
  if (!lineText(state, line).startsWith("%%")) return false;
  if (!silent) state.line = line + 1;
  return true;
}

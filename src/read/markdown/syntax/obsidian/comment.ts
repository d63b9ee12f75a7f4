/** Comments of Obsidian, `%%…%%`, in a line or over many: they are not shown. One without an end is text. */
import type { MarkdownIt, StateBlock, StateInline } from "markdown-it";
import { lineText } from "../line-text.js";

export function comment(md: MarkdownIt): void {
  md.block.ruler.before("fence", "percent_comment", readBlock, {
    alt: ["paragraph", "reference", "blockquote", "list"],
  });
  md.inline.ruler.before("escape", "percent_comment", readInline);
}

function readBlock(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  const first = lineText(state, line);
  if (!first.startsWith("%%") || first.indexOf("%%", 2) >= 0) return false;
  for (let next = line + 1; next < endLine; next++) {
    const text = lineText(state, next);
    const at = text.indexOf("%%");
    if (at < 0) continue;
    // What stands behind its end is a text of its own.
    if (text.slice(at + 2).trim() !== "") return false;
    if (!silent) state.line = next + 1;
    return true;
  }
  return false;
}

function readInline(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith("%%", state.pos)) return false;
  const end = state.src.indexOf("%%", state.pos + 2);
  if (end < 0 || end + 2 > state.posMax) return false;
  // A token of its own: the texts before and behind it each keep their place.
  if (!silent) state.push("text_special", "", 0);
  state.pos = end + 2;
  return true;
}

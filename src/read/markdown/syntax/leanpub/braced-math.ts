/** Formulas between tags in braces of Leanpub: `{$$}x^2{/$$}`. */
import type { MarkdownIt, StateBlock, StateInline } from "markdown-it";
import { lineText } from "../line-text.js";
import { pushBlock } from "../math/math.js";

const MATH = /\{\$\$\}([\s\S]+?)\{\/\$\$\}/y;

const TAGS = { open: "{$$}", close: "{/$$}", display: true };
/** Lines of a formula. */
const MOST_LINES = 1000;

export function bracedMath(md: MarkdownIt): void {
  md.block.ruler.before("fence", "leanpub_math_block", readBlock, {
    alt: ["paragraph", "reference", "blockquote", "list"],
  });
  md.inline.ruler.before("escape", "leanpub_math", readMath);
}

/** One that begins a line and ends one below: nothing in it is a list. */
function readBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const first = lineText(state, startLine);
  if (!first.startsWith(TAGS.open) || state.sCount[startLine]! - state.blkIndent >= 4) return false;
  if (first.includes(TAGS.close)) return false;
  const lines = [first.slice(TAGS.open.length)];
  for (let line = startLine + 1; line < Math.min(endLine, startLine + MOST_LINES); line++) {
    const text = lineText(state, line).trimEnd();
    if (state.isEmpty(line) || state.sCount[line]! < state.blkIndent) return false;
    const at = text.indexOf(TAGS.close);
    lines.push(at < 0 ? text : text.slice(0, at));
    if (at < 0) continue;
    const tex = lines.join("\n");
    if (at + TAGS.close.length < text.length || tex.trim() === "") return false;
    if (!silent) pushBlock(state, [startLine, line + 1], tex, TAGS, undefined);
    return true;
  }
  return false;
}

/** On lines of its own it is displayed. */
function readMath(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith("{$$}", state.pos)) return false;
  MATH.lastIndex = state.pos;
  const tex = MATH.exec(state.src)?.[1];
  if (tex === undefined || MATH.lastIndex > state.posMax) return false;
  if (!silent) {
    const isDisplay = tex.includes("\n");
    const token = state.push(isDisplay ? "math_display" : "math_inline", "", 0);
    Object.assign(token, { content: tex.trim(), markup: isDisplay ? "$$" : "$" });
  }
  state.pos = MATH.lastIndex;
  return true;
}

/** Formulas between tags in braces of Leanpub: `{$$}x^2{/$$}`. */
import type { MarkdownIt, StateInline } from "markdown-it";

const MATH = /\{\$\$\}([\s\S]+?)\{\/\$\$\}/y;

export function bracedMath(md: MarkdownIt): void {
  md.inline.ruler.before("escape", "leanpub_math", readMath);
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

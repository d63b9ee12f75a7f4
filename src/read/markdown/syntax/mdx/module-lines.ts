/**
 * What MDX says to its compiler, `import … from "…"`, `export const …`, and its comments (those of JavaScript,
 * in braces): no text.
 *
 * A statement begins a block and ends with a blank line, as in MDX 2.
 */
import type { MarkdownIt, StateBlock, StateInline } from "markdown-it";
import { lineText } from "../line-text.js";

const STATEMENT =
  /^(?:import[ \t]+(?:[\w*{][^\n]*[ \t]from[ \t]+)?["'][^"'\n]+["'];?[ \t]*$|import[ \t]*\{[ \t]*$|export[ \t]+(?:const|let|var|function|default|async|class|\{|\*)(?![\w-]))/;

export function moduleLines(md: MarkdownIt): void {
  md.block.ruler.before("fence", "module_lines", readStatement);
  md.block.ruler.before("fence", "mdx_comment", readBlockComment, {
    alt: ["paragraph", "reference", "blockquote", "list"],
  });
  md.inline.ruler.before("escape", "mdx_comment", readComment);
}

function readStatement(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  if (state.level > 0 || state.sCount[line] !== 0 || !STATEMENT.test(lineText(state, line))) return false;
  if (silent) return true;
  state.line = endOfStatement(state, line, endLine);
  return true;
}

/** Of several lines, until a blank one outside of its braces; of braces that nothing closes, until the first blank one. */
function endOfStatement(state: StateBlock, line: number, endLine: number): number {
  let blank: number | undefined;
  let depth = depthOf(lineText(state, line));
  for (let next = line + 1; next < endLine; next++) {
    if (state.isEmpty(next)) {
      if (depth <= 0) return next;
      blank ??= next;
    }
    depth += depthOf(lineText(state, next));
  }
  return depth <= 0 ? endLine : (blank ?? endLine);
}

function depthOf(line: string): number {
  const count = (pattern: RegExp) => line.match(pattern)?.length ?? 0;
  return count(/[{([]/g) - count(/[})\]]/g);
}

function readBlockComment(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  if (!lineText(state, line).startsWith("{/*")) return false;
  for (let next = line; next < endLine; next++) {
    const text = lineText(state, next);
    const end = text.indexOf("*/}");
    if (end < 0) continue;
    if (text.slice(end + 3).trim() !== "") return false;
    if (!silent) state.line = next + 1;
    return true;
  }
  return false;
}

/** A blank that JSX would leave out, `{" "}`. */
const BLANK = /\{(["'])[ ]\1\}/y;

function readComment(state: StateInline, silent: boolean): boolean {
  BLANK.lastIndex = state.pos;
  if (BLANK.test(state.src) && BLANK.lastIndex <= state.posMax) {
    if (!silent) state.push("text_special", "", 0).content = " ";
    state.pos = BLANK.lastIndex;
    return true;
  }
  if (!state.src.startsWith("{/*", state.pos)) return false;
  const end = state.src.indexOf("*/}", state.pos);
  if (end < 0 || end + 3 > state.posMax) return false;
  if (!silent) state.push("text_special", "", 0);
  state.pos = end + 3;
  return true;
}

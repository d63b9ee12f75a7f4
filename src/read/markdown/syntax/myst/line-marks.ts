/**
 * Lines of MyST that are marks and no text: `(label)=` names the block below it, `% comment` is left out, and
 * `+++` ends a cell of a notebook, which is nothing on a page.
 */
import type { MarkdownIt, StateBlock, StateCore } from "markdown-it";
import { lineText } from "../line-text.js";

const TARGET = /^\(([^()\s][^()\n]*)\)=[ \t]*$/;
const HELD = "myst_target";

export function lineMarks(md: MarkdownIt): void {
  md.block.ruler.before("fence", HELD, readLine, { alt: ["paragraph", "reference", "blockquote", "list"] });
  md.core.ruler.after("block", HELD, nameBlocks);
}

function readLine(state: StateBlock, line: number, _endLine: number, silent: boolean): boolean {
  const text = lineText(state, line);
  if (state.sCount[line]! - state.blkIndent >= 4) return false;
  const target = TARGET.exec(text)?.[1];
  if (target === undefined && !/^%(?:[ \t]|$)/.test(text) && !/^\+\+\+(?:[ \t]*$|[ \t]*\{)/.test(text))
    return false;
  if (silent) return true;
  if (target !== undefined) state.push(HELD, "", 0).content = target.trim();
  state.line = line + 1;
  return true;
}

/** A block with a name of its own keeps it: an empty place before it has the other. */
function nameBlocks(state: StateCore): void {
  if (!state.tokens.some(({ type }) => type === HELD)) return;
  let name: string | undefined;
  state.tokens = state.tokens.flatMap((token) => {
    if (token.type === HELD) {
      name = token.content;
      return [];
    }
    const taken = name;
    name = undefined;
    if (taken !== undefined && token.nesting >= 0 && token.attrGet("id") === null) token.attrSet("id", taken);
    return [token];
  });
}

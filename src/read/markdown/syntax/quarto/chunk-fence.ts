/**
 * Fences of chunks whose options have code in them, ```` ```{r tide, fig.cap="By `waves()`"} ````: to CommonMark (4.5) a fence
 * ends where a backtick follows, and the whole chunk would be words.
 */
import type { MarkdownIt, StateBlock } from "markdown-it";
import { lineText } from "../line-text.js";

const OPENING = /^(`{3,})[ \t]*(\{[A-Za-z][^`]*`.*\})[ \t]*$/;

export function chunkFence(md: MarkdownIt): void {
  md.block.ruler.before("fence", "chunk_fence", readFence, {
    alt: ["paragraph", "reference", "blockquote", "list"],
  });
}

function readFence(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  if (state.sCount[line]! - state.blkIndent >= 4) return false;
  const [, mark, info] = OPENING.exec(lineText(state, line)) ?? [];
  if (mark === undefined || info === undefined) return false;
  const end = closingLine(state, mark, line, endLine);
  if (end === undefined) return false;
  if (silent) return true;
  const token = state.push("fence", "code", 0);
  const content = state.getLines(line + 1, end, state.sCount[line]!, true);
  Object.assign(token, { info, content, markup: mark, map: [line, end + 1] });
  state.line = end + 1;
  return true;
}

/** Fences that nothing closes: a text of them would else be read again for each. */
const unclosed = new WeakMap<StateBlock, Set<string>>();

function closingLine(state: StateBlock, mark: string, line: number, endLine: number): number | undefined {
  const known = unclosed.get(state) ?? new Set();
  unclosed.set(state, known);
  const key = `${mark} ${endLine}`;
  if (known.has(key)) return undefined;
  const closing = new RegExp(`^${mark}\`*[ \\t]*$`);
  for (let end = line + 1; end < endLine; end++) if (closing.test(lineText(state, end))) return end;
  known.add(key);
  return undefined;
}

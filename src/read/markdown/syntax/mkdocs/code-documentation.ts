/**
 * Where MkDocs puts in what is documented of code (mkdocstrings), `::: package.module` with options below: its words are in
 * the code, and none of them is in the book.
 */
import type { MarkdownIt, StateBlock } from "markdown-it";
import { contextOf, lineStart } from "../../context.js";
import { reportOnce } from "../../report-once.js";

const PLACE = /^:::\s+[\p{L}_][\p{L}\p{N}_]*(?:[.:/][\p{L}\p{N}_]+)*\s*$/u;
const HINT = "Write what readers should know of it into the text";
const CLOSING = /^\s*:::+\s*$/;

export function codeDocumentation(md: MarkdownIt): void {
  md.block.ruler.before("fenced_div", "code_documentation", readPlace, { alt: ["paragraph"] });
}

function readPlace(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  const start = state.bMarks[line]! + state.tShift[line]!;
  if (!PLACE.test(state.src.slice(start, state.eMarks[line])) || isDiv(state, line, endLine)) return false;
  if (silent) return true;
  const message = "What is documented in code is not in the book: its place is left out";
  const context = contextOf(state.env);
  reportOnce(context, "code-documentation", "place", message, lineStart(context, line), HINT);
  let next = line + 1;
  while (next < endLine && (state.isEmpty(next) || state.sCount[next]! >= state.blkIndent + 2)) next += 1;
  state.line = next;
  return true;
}

/** A fence that is closed, as Pandoc has them. */
function isDiv(state: StateBlock, line: number, endLine: number): boolean {
  const last = lastClosing.get(state) ?? lastClosingIn(state, endLine);
  lastClosing.set(state, last);
  return last > line;
}

/** Looked for once: a text may have many places. */
const lastClosing = new WeakMap<StateBlock, number>();

function lastClosingIn({ src, bMarks, eMarks }: StateBlock, endLine: number): number {
  let line = endLine - 1;
  while (line >= 0 && !CLOSING.test(src.slice(bMarks[line], eMarks[line]))) line -= 1;
  return line;
}

/**
 * Extensions of kramdown, of which a page shows nothing: `{::options … /}`, and comments, `{::comment}` … `{:/comment}`.
 * Of `{::nomarkdown}` … `{:/}` the tags go, and what is between them stays.
 */
import type { MarkdownIt, StateBlock, StateInline } from "markdown-it";
import { lineText } from "./line-text.js";

const ALONE = /^\{:(?::[^{}]*|\/\w*)\}[ \t]*$/;
const COMMENT = /\{::comment\}[\s\S]*?\{:\/(?:comment)?\}/y;

export function kramdown(md: MarkdownIt): void {
  md.block.ruler.before("fence", "kramdown_extension", readBlock, { alt: ["paragraph", "reference"] });
  md.inline.ruler.before("escape", "kramdown_comment", readComment);
}

function readBlock(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  const text = lineText(state, line);
  if (!ALONE.test(text)) return false;
  const end = text.trim() === "{::comment}" ? endOfComment(state, line, endLine) : line;
  if (end === undefined) return false;
  if (!silent) state.line = end + 1;
  return true;
}

function endOfComment(state: StateBlock, line: number, endLine: number): number | undefined {
  for (let next = line + 1; next < endLine; next++)
    if (/^\{:\/(?:comment)?\}[ \t]*$/.test(lineText(state, next))) return next;
  return undefined;
}

function readComment(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith("{::comment}", state.pos)) return false;
  COMMENT.lastIndex = state.pos;
  if (!COMMENT.test(state.src) || COMMENT.lastIndex > state.posMax) return false;
  if (!silent) state.push("text_special", "", 0);
  state.pos = COMMENT.lastIndex;
  return true;
}

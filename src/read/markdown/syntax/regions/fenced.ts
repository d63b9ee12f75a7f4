/**
 * What stands between the fences of a code block that holds text and no code: mdbook-admonish and MyST
 * write callouts and figures like that.
 */
import type { StateBlock } from "markdown-it";
import { lineText } from "../line-text.js";
import { tokenizeLines } from "./blocks.js";

export interface FencedRegion {
  /** What follows the fence on its line. */
  readonly info: string;
  /** The line of the closing fence, or where the container ends. */
  readonly end: number;
  readonly isClosed: boolean;
}

const FENCE = /^(`{3,}|~{3,})(.*)$/;

/** The fence that begins on a line (CommonMark 0.31, 4.5), if one does. */
export function fencedRegion(state: StateBlock, line: number, endLine: number): FencedRegion | undefined {
  if (state.sCount[line]! - state.blkIndent >= 4) return undefined;
  const [, mark, info = ""] = FENCE.exec(lineText(state, line)) ?? [];
  if (mark === undefined || (mark[0] === "`" && info.includes("`"))) return undefined;
  for (let next = line + 1; next < endLine; next++) {
    const isOutside = !state.isEmpty(next) && state.sCount[next]! < state.blkIndent;
    if (isOutside) return { info: info.trim(), end: next, isClosed: false };
    if (isClosing(state, next, mark)) return { info: info.trim(), end: next, isClosed: true };
  }
  return { info: info.trim(), end: endLine, isClosed: false };
}

function isClosing(state: StateBlock, line: number, mark: string): boolean {
  const text = lineText(state, line).trimEnd();
  const isMark = text.length >= mark.length && text === mark[0]!.repeat(text.length);
  return isMark && state.sCount[line]! - state.blkIndent < 4;
}

/** Reads the blocks from line `first` to the fence; what stands around them goes on behind it. */
export function tokenizeFenced(state: StateBlock, first: number, { end, isClosed }: FencedRegion): void {
  tokenizeLines(state, first, end);
  state.line = isClosed ? end + 1 : end;
}

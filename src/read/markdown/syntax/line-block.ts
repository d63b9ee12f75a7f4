/**
 * Line blocks, as in Pandoc: lines that begin with `| ` stay lines, with the blanks that they begin with.
 *
 * ```
 * | The tide came in
 * |    and went again.
 * ```
 *
 * A line that ends with a `|` is one of a table, or of what was meant to be one.
 */
import type { MarkdownIt, StateBlock, StateCore, Token } from "markdown-it";
import { lineText } from "./line-text.js";

const LINE = /^\|(?:[ \t](.*))?$/;
const OF_TABLE = /(?<!\\)\|[ \t]*$/;

export function lineBlock(md: MarkdownIt): void {
  md.block.ruler.after("table", "line_block", readLineBlock, { alt: [] });
  md.core.ruler.after("inline", "line_block", keepLines);
}

interface Line {
  readonly text: string;
  /** True for one that is indented below another, and goes on with it. */
  readonly isContinued: boolean;
}

function readLineBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (silent || state.sCount[startLine]! - state.blkIndent >= 4) return false;
  const lines: Line[] = [];
  let line = startLine;
  for (; line < endLine; line++) {
    const read = readLine(state, line, lines.length === 0);
    if (read === "table") return false;
    if (read === undefined) break;
    lines.push(read);
  }
  if (lines.length === 0) return false;
  pushLines(state, startLine, line, lines);
  return true;
}

/** What a line says, without its mark; or that it belongs to a table. */
function readLine(state: StateBlock, line: number, isFirst: boolean): Line | "table" | undefined {
  const text = lineText(state, line);
  const match = state.sCount[line]! < state.blkIndent ? null : LINE.exec(text);
  if (!match) {
    const isContinued = !isFirst && state.sCount[line]! > state.blkIndent && text.trim() !== "";
    return isContinued ? { text: text.trim(), isContinued } : undefined;
  }
  const words = match[1] ?? "";
  if (OF_TABLE.test(words)) return "table";
  const shown = words.trimEnd().replace(/^[ \t]+/, (blanks) => "\u00A0".repeat(blanks.length));
  return { text: shown, isContinued: false };
}

/** Verse, with a paragraph for each stanza. */
function pushLines(state: StateBlock, from: number, to: number, lines: readonly Line[]): void {
  const open = state.push("div_open", "div", 1);
  open.attrSet("class", "line-block verse");
  open.map = [from, to];
  let start = 0;
  for (let at = 0; at <= lines.length; at++) {
    if (at < lines.length && lines[at]!.text !== "") continue;
    if (at > start) pushStanza(state, from + start, lines.slice(start, at));
    start = at + 1;
  }
  state.push("div_close", "div", -1);
  state.line = to;
}

function pushStanza(state: StateBlock, from: number, lines: readonly Line[]): void {
  const map: [number, number] = [from, from + lines.length];
  state.push("paragraph_open", "p", 1).map = map;
  const content = lines.map(({ text }) => text).join("\n");
  const continued = lines.slice(1).map(({ isContinued }) => isContinued);
  Object.assign(state.push("inline", "", 0), { content, children: [], map, meta: { continued } });
  state.push("paragraph_close", "p", -1);
}

function keepLines(state: StateCore): void {
  for (const token of state.tokens) {
    const continued = token.type === "inline" ? token.meta?.continued : undefined;
    if (Array.isArray(continued)) keepBreaks(token.children ?? [], continued);
  }
}

/** The breaks in a text are those of its lines, in their order. */
function keepBreaks(tokens: readonly Token[], continued: readonly unknown[]): void {
  const breaks = tokens.filter(({ type }) => type === "softbreak" || type === "hardbreak");
  for (const [index, token] of breaks.entries()) {
    if (continued[index] !== true) Object.assign(token, { type: "hardbreak", tag: "br" });
  }
}

/** Tables that are drawn with dashes and bars, as in Pandoc: simple, multiline and grid tables. */
import type { MarkdownIt, StateBlock } from "markdown-it";
import { contextOf, lineStart, reportAt } from "../../context.js";
import { lineText } from "../line-text.js";
import { type GridFault, type GridResult, readGrid } from "./grid.js";
import { realigned } from "./realign.js";
import { readRuledTable } from "./ruled.js";
import { pushTable } from "./tokens.js";

const GRID_TOP = /^\+(?:[-=:]+\+)+$/;
const GRID_LINE = /^[+|]/;

export function drawnTables(md: MarkdownIt): void {
  md.block.ruler.before("table", "grid_table", readGridTable, { alt: [] });
  md.block.ruler.before("table", "ruled_table", readRuled, { alt: [] });
}

function readRuled(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  if (silent) return false;
  const read = readRuledTable((index) => lineAt(state, line + index, endLine));
  if (!read) return false;
  if ("table" in read) pushTable(state, read.table, line, read.length);
  else reportCrossing(state, line + read.line);
  return "table" in read;
}

/** What stands between rules may be any text: it is read as such. */
function reportCrossing(state: StateBlock, line: number): void {
  const context = contextOf(state.env);
  const message = "A word of this line stands in two columns of the table; its lines are read as text";
  const hint = "Put the words of each column below its dashes, with a blank between two columns";
  reportAt(context, "bad-table", message, lineStart(context, line), hint);
}

function lineAt(state: StateBlock, line: number, endLine: number): string | undefined {
  if (line >= endLine || (state.sCount[line]! < state.blkIndent && !state.isEmpty(line))) return undefined;
  return state.getLines(line, line + 1, state.blkIndent, false);
}

function readGridTable(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  if (silent || state.sCount[line]! - state.blkIndent >= 4) return false;
  if (!GRID_TOP.test(drawnLine(state, line))) return false;
  let end = line + 1;
  while (end < endLine && state.sCount[end]! >= state.blkIndent && GRID_LINE.test(drawnLine(state, end)))
    end++;
  if (end < line + 3) return false;
  const lines = Array.from({ length: end - line }, (_, index) => drawnLine(state, line + index));
  const result = readAligned(lines);
  if ("table" in result) pushTable(state, result.table, line, end - line);
  else keepDrawing(state, line, end, lines, result.fault);
  return true;
}

function readAligned(lines: readonly string[]): GridResult {
  const result = readGrid(lines);
  const drawn = "fault" in result ? realigned(lines) : undefined;
  if (drawn === undefined) return result;
  const again = readGrid(drawn);
  return "table" in again ? again : result;
}

function drawnLine(state: StateBlock, line: number): string {
  return lineText(state, line).trimEnd();
}

/** A drawing that is no table stands as it was drawn. */
function keepDrawing(
  state: StateBlock,
  line: number,
  end: number,
  lines: readonly string[],
  fault: GridFault,
): void {
  const drawing = state.push("code_block", "code", 0);
  drawing.content = `${lines.join("\n")}\n`;
  drawing.map = [line, end];
  state.line = end;
  const context = contextOf(state.env);
  const at = lineStart(context, line + fault.line);
  const hint = "Put each `|` and `+` of a column right below the one above";
  reportAt(context, "bad-table", `${fault.message}; it stands as it is drawn`, at, hint);
}

/**
 * Reports the cells of a table that have no column.
 *
 * GitHub Flavored Markdown (4.10) leaves them out without a word; a book must not.
 */
import type { MarkdownIt, StateBlock } from "markdown-it";
import { contextOf, reportAt } from "../context.js";
import { lineContentStart } from "../source.js";

const PIPE = /(?<!\\)\|/;

export function tableCells(md: MarkdownIt): void {
  const read = md.block.ruler.getRules("").find((rule) => rule.name === "table")!;
  const readTable: typeof read = (state, line, endLine, silent) => {
    const first = state.tokens.length;
    const isRead = read(state, line, endLine, silent);
    if (isRead && !silent) checkRows(state, first);
    return isRead;
  };
  md.block.ruler.at("table", readTable, { alt: ["paragraph", "reference"] });
}

function checkRows(state: StateBlock, first: number): void {
  let columns = 0;
  for (let index = first; index < state.tokens.length; index++) {
    const { type, map } = state.tokens[index]!;
    if (type === "th_open") columns++;
    if (type === "tr_open" && columns > 0) checkRow(state, map![0], columns);
  }
}

function checkRow(state: StateBlock, line: number, columns: number): void {
  const text = state.src.slice(state.bMarks[line]! + state.tShift[line]!, state.eMarks[line]).trim();
  const cells = text.split(PIPE);
  if (text.startsWith("|")) cells.shift();
  if (cells.at(-1)?.trim() === "") cells.pop();
  if (cells.slice(columns).every((cell) => cell.trim() === "")) return;
  const context = contextOf(state.env);
  reportAt(
    context,
    "table-cells-lost",
    `this row has ${cells.length} cells, the table ${columns} columns; what has no column is left out`,
    lineContentStart(context.source, line),
    "add a column to the table's first lines; a `|` inside of a cell is written `\\|`, in code too",
  );
}

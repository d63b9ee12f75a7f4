/**
 * Keeps the cells of a table that have no column.
 *
 * GitHub Flavored Markdown (4.10) leaves them out without a word; a book must not. Where a `|` inside of
 * code made two cells of one, they are joined, as Pandoc reads them; else the table gets more columns.
 */
import type { MarkdownIt, StateBlock, Token } from "markdown-it";
import { contextOf, lineStart, reportAt } from "../../context.js";
import { blockOfText } from "../block-token.js";
import { lineText } from "../line-text.js";
import { pushTokens } from "../push-tokens.js";

const PIPE = /(?<!\\)\|/;
/** A table is not widened by more cells in all: one line of pipes would else fill the memory. */
const MOST_CELLS = 20_000;

export function tableCells(md: MarkdownIt): void {
  const read = md.block.ruler.getRules("").find((rule) => rule.name === "table")!;
  const readTable: typeof read = (state, line, endLine, silent) => {
    const first = state.tokens.length;
    const isRead = read(state, line, endLine, silent);
    if (isRead && !silent) keepCells(state, first);
    return isRead;
  };
  md.block.ruler.at("table", readTable, { alt: ["paragraph", "reference"] });
}

/** A row that has more cells than its table has columns. */
interface WideRow {
  readonly open: Token;
  /** All of its cells, as they are written. */
  readonly cells: readonly string[];
}

function keepCells(state: StateBlock, first: number): void {
  const table = state.tokens.slice(first);
  const columns = table.filter(({ type }) => type === "th_open").length;
  const wide = table
    .filter(({ type }) => type === "tr_open")
    .flatMap((open) => wideRow(state, open, columns));
  if (wide.length === 0) return;
  const widest = wide.reduce((most, { cells }) => Math.max(most, cells.length), columns);
  const rows = table.filter(({ type }) => type === "tr_open").length;
  const width = (widest - columns) * rows > MOST_CELLS ? columns : widest;
  const cellsOf = new Map(wide.map(({ open, cells }) => [open, fitted(cells, width)]));
  state.tokens.length = first;
  pushTokens(state.tokens, widened(state, table, width, cellsOf));
  for (const { open, cells } of wide)
    if (cells.length > columns) reportRow(state, open, cells.length, columns);
}

function wideRow(state: StateBlock, open: Token, columns: number): readonly WideRow[] {
  const line = open.map?.[0];
  if (line === undefined) return [];
  const text = lineText(state, line).trim();
  const cells = text.split(PIPE);
  if (text.startsWith("|")) cells.shift();
  if (cells.at(-1)?.trim() === "") cells.pop();
  if (cells.slice(columns).every((cell) => cell.trim() === "")) return [];
  const joined = joinedCode(cells);
  return [{ open, cells: joined.length <= columns ? joined : cells }];
}

/** What is beyond the last column stands in it. */
function fitted(cells: readonly string[], width: number): readonly string[] {
  if (cells.length <= width) return cells;
  return [...cells.slice(0, width - 1), cells.slice(width - 1).join("\\|")];
}

/** Cells of which a stretch of code would begin in one and end in another become one. */
function joinedCode(cells: readonly string[]): readonly string[] {
  const joined: string[] = [];
  let isOpen = false;
  for (const cell of cells) {
    if (isOpen) joined[joined.length - 1] += `\\|${cell}`;
    else joined.push(cell);
    const marks = cell.match(/`+/g)?.length ?? 0;
    if (marks % 2 === 1) isOpen = !isOpen;
  }
  return joined;
}

/** The tokens of a table with `width` cells in each row. */
function widened(
  state: StateBlock,
  table: readonly Token[],
  width: number,
  cellsOf: ReadonlyMap<Token, readonly string[]>,
): Token[] {
  const tokens: Token[] = [];
  let row: { readonly cells: readonly string[] | undefined; readonly tag: string; count: number } | undefined;
  for (const token of table) {
    if (token.type === "tr_open") row = { cells: cellsOf.get(token), tag: "td", count: 0 };
    if (row && token.type === "inline") {
      if (row.cells) token.content = contentOf(row.cells[row.count] ?? "");
      row.count += 1;
    }
    if (row && token.type === "th_open") row = { ...row, tag: "th" };
    if (row && token.type === "tr_close") {
      for (let at = row.count; at < width; at += 1)
        tokens.push(...cell(state, row.tag, row.cells?.[at] ?? ""));
    }
    tokens.push(token);
  }
  return tokens;
}

function cell(state: StateBlock, tag: string, text: string): readonly Token[] {
  return blockOfText(state, tag, contentOf(text));
}

function contentOf(cell: string): string {
  return cell.trim().replaceAll("\\|", "|");
}

function reportRow(state: StateBlock, open: Token, cells: number, columns: number): void {
  const context = contextOf(state.env);
  reportAt(
    context,
    "table-cells-lost",
    `This row has ${cells} cells, the table ${columns} columns; the table gets more columns`,
    lineStart(context, open.map![0]),
    "Add a column to the table's first lines, or write `\\|` for a `|` in a cell, in code too",
  );
}

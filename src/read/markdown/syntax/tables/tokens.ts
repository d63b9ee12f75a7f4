/** Writes a table that was drawn in the text as tokens. */
import type { StateBlock, Token } from "markdown-it";
import { inlineToken } from "../block-token.js";
import { blocksWithin, withoutLoneParagraph } from "../blocks-within.js";
import { pushTokens } from "../push-tokens.js";
import type { Cell, DrawnTable, Row } from "./model.js";

/** @param line of the text, where the table begins. */
export function pushTable(state: StateBlock, table: DrawnTable, line: number, length: number): void {
  const open = state.push("table_open", "table", 1);
  open.map = [line, line + length];
  if (table.width !== undefined) open.attrSet("style", `width: ${table.width}%`);
  pushColumns(state, table);
  pushRows(state, "thead", table.head, table, line);
  pushRows(state, "tbody", table.body, table, line);
  pushRows(state, "tfoot", table.foot, table, line);
  state.push("table_close", "table", -1);
  state.line = line + length;
}

function pushColumns(state: StateBlock, { columns }: DrawnTable): void {
  if (columns.every(({ width }) => width === undefined)) return;
  state.push("colgroup_open", "colgroup", 1);
  for (const { width } of columns) state.push("col", "col", 0).attrSet("style", `width: ${width}%`);
  state.push("colgroup_close", "colgroup", -1);
}

type Part = "thead" | "tbody" | "tfoot";

function pushRows(
  state: StateBlock,
  part: Part,
  rows: readonly Row[],
  table: DrawnTable,
  first: number,
): void {
  if (rows.length === 0) return;
  state.push(`${part}_open`, part, 1);
  for (const row of rows) {
    const open = state.push("tr_open", "tr", 1);
    open.map = [first + row.line, first + row.line + 1];
    for (const cell of row.cells) pushCell(state, part === "thead" ? "th" : "td", cell, table, first);
    state.push("tr_close", "tr", -1);
  }
  state.push(`${part}_close`, part, -1);
}

function pushCell(
  state: StateBlock,
  tag: "th" | "td",
  cell: Cell,
  { columns }: DrawnTable,
  first: number,
): void {
  const open = state.push(`${tag}_open`, tag, 1);
  const align = columns[cell.column]?.align;
  if (align) open.attrSet("style", `text-align: ${align}`);
  if (cell.colSpan > 1) open.attrSet("colspan", String(cell.colSpan));
  if (cell.rowSpan > 1) open.attrSet("rowspan", String(cell.rowSpan));
  pushTokens(state.tokens, contentOf(state, cell, first + cell.line));
  state.push(`${tag}_close`, tag, -1);
}

function contentOf(state: StateBlock, { text, content }: Cell, line: number): Token[] {
  if (content === "blocks") return withoutLoneParagraph(blocksWithin(state, text, line));
  return [inlineToken(state, text, [line, line + text.split("\n").length])];
}

/**
 * Columns, `:::: {.columns}` of `::: {.column width="40%"}`, side by side as in Pandoc and Quarto, and what stands in the
 * margin of a page, `::: {.column-margin}`.
 */
import type { StateCore, Token } from "markdown-it";
import { pushTokens } from "../../push-tokens.js";
import { classesOf, type DivReader, takeAttribute } from "../div.js";
import { blocksOf } from "./cells.js";
import { fitted, type Place, rowTokens } from "./rows.js";

export const columnDiv: DivReader = ({ open, content, close }, state) => {
  const classes = classesOf(open);
  if (classes.includes("columns")) return [open, ...inRows(content, state), close];
  if (classes.includes("column")) open.meta = { ...open.meta, column: widthOf(takeAttribute(open, "width")) };
  else if (classes.includes("column-margin") || classes.includes("marginfigure"))
    open.attrJoin("class", "aside");
  else return undefined;
  return [open, ...content, close];
};

interface Column {
  readonly tokens: readonly Token[];
  readonly width: number | undefined;
}

/** Columns that follow each other, and between them what is none. */
function inRows(content: readonly Token[], state: StateCore): readonly Token[] {
  const rows: Token[] = [];
  let columns: Column[] = [];
  const endRow = () => {
    if (columns.length > 0) pushTokens(rows, rowTokens(fitted(withWidths(columns)), undefined, state));
    columns = [];
  };
  for (const block of blocksOf(content)) {
    const { meta } = block[0]!;
    if (meta && "column" in meta) columns.push({ tokens: block, width: meta.column as number | undefined });
    else {
      endRow();
      pushTokens(rows, block);
    }
  }
  endRow();
  return rows;
}

/** Those that do not say how wide they are share what is left. */
function withWidths(columns: readonly Column[]): Place[] {
  const said = columns.flatMap(({ width }) => width ?? []);
  const rest = 100 - said.reduce((sum, each) => sum + each, 0);
  const share = Math.max(rest, 10) / Math.max(1, columns.length - said.length);
  return columns.map(({ tokens, width = share }) => ({ tokens, width }));
}

/** In percent; other units say nothing of a page. */
function widthOf(text: string | undefined): number | undefined {
  const width = /^(\d+(?:\.\d+)?)\s*%$/.exec(text?.trim() ?? "")?.[1];
  return width === undefined || Number(width) === 0 ? undefined : Math.min(100, Number(width));
}

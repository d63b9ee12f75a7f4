/**
 * Widths of columns, as in Quarto: `tbl-colwidths="[30,70]"` in the attributes of a table says
 * how the columns share its width. The table then has the width of the text.
 */
import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { lineContentStart } from "../../../source.js";
import { contextOf, reportAt } from "../../context.js";

const ATTRIBUTE = "data-tbl-colwidths";

export function tableWidths(md: MarkdownIt): void {
  md.core.ruler.after("table_caption", "table_widths", (state) => {
    if (!state.tokens.some((token) => token.attrGet(ATTRIBUTE) !== null)) return;
    const columns = new Map<Token, Token[]>();
    for (const [index, table] of state.tokens.entries()) {
      if (table.type !== "table_open" || table.attrGet(ATTRIBUTE) === null) continue;
      const rows = firstRows(state.tokens, index);
      columns.set(state.tokens[rows]!, columnsOf(state, table, rows));
    }
    state.tokens = state.tokens.flatMap((token) => [...(columns.get(token) ?? []), token]);
  });
}

/** Where the rows of a table begin: with its head, if it has one. */
function firstRows(tokens: readonly Token[], table: number): number {
  let at = table;
  while (!/^t(?:head|body|foot)_open$/.test(tokens[at]!.type)) at += 1;
  return at;
}

/** The tokens of a `<colgroup>`, which stands before the rows of the table. */
function columnsOf(state: StateCore, table: Token, rows: number): Token[] {
  const widths = readWidths(String(table.attrGet(ATTRIBUTE)));
  table.attrs = table.attrs!.filter(([name]) => name !== ATTRIBUTE);
  let count = 0;
  for (let at = rows; state.tokens[at]!.type !== "tr_close"; at += 1)
    if (/^t[hd]_open$/.test(state.tokens[at]!.type)) count += 1;
  if (widths?.length !== count) {
    reportWidths(state, table, count);
    return [];
  }
  const sum = widths.reduce((total, each) => total + each, 0);
  table.attrJoin("style", "width: 100%");
  const columns = widths.map((width) => {
    const column = new state.Token("col", "col", 0);
    column.attrSet("style", `width: ${Math.round((width / sum) * 10_000) / 100}%`);
    return column;
  });
  return [
    new state.Token("colgroup_open", "colgroup", 1),
    ...columns,
    new state.Token("colgroup_close", "colgroup", -1),
  ];
}

/** Numbers above 0; undefined for anything else. */
function readWidths(text: string): number[] | undefined {
  const [, list] = /^\s*\[?([\d\s.,%]+)\]?\s*$/.exec(text) ?? [];
  const numbers = (list ?? "").split(",").map((each) => Number(each.replace("%", "").trim()));
  return numbers.every((each) => each > 0) ? numbers : undefined;
}

function reportWidths(state: StateCore, table: Token, count: number): void {
  const context = contextOf(state.env);
  reportAt(
    context,
    "bad-column-widths",
    `\`tbl-colwidths\` does not give a width to each of the ${count} columns, and is left out`,
    lineContentStart(context.source, table.map![0]),
    `Write ${count} numbers that say how the columns share the width: \`tbl-colwidths="[${Array(count)
      .fill(Math.floor(100 / count))
      .join(",")}]"\``,
  );
}

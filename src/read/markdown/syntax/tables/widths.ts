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
    const ends = new Map<Token, Token[]>();
    for (const [index, table] of state.tokens.entries()) {
      if (table.type !== "table_open" || table.attrGet(ATTRIBUTE) === null) continue;
      const head = state.tokens.findIndex((token, at) => at > index && token.type === "thead_open");
      ends.set(state.tokens[head]!, columnsOf(state, table, head));
    }
    state.tokens = state.tokens.flatMap((token) => [...(ends.get(token) ?? []), token]);
  });
}

/** The tokens of a `<colgroup>`, which stands before the head of the table. */
function columnsOf(state: StateCore, table: Token, head: number): Token[] {
  const widths = readWidths(String(table.attrGet(ATTRIBUTE)));
  table.attrs = table.attrs!.filter(([name]) => name !== ATTRIBUTE);
  const row = state.tokens.findIndex((token, at) => at > head && token.type === "tr_close");
  const count = state.tokens.slice(head, row).filter(({ type }) => type === "th_open").length;
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

/** `{list-table}` of MyST: a list of rows, of which each is a list of cells, `* - one` and below it `- two`. */
import type { StateBlock, Token } from "markdown-it";
import { blockOfText, closeBlock, openBlock } from "../block-token.js";
import { blocksWithin, withoutLoneParagraph } from "../blocks-within.js";
import { type DirectiveText, heldText } from "./directive-text.js";

interface Cell {
  readonly lines: string[];
  readonly line: number;
}

const ROW = /^([*+-])([ \t]+)-(?:[ \t]+(.*)|[ \t]*)$/;

export function listTable(state: StateBlock, directive: DirectiveText, line: number): Token[] {
  const rows = rowsOf(heldText(state, directive).split("\n"), directive.first);
  const heads = Number(directive.options.get("header-rows") ?? 0);
  const rowTokens = (row: readonly Cell[], tag: string) => [
    openBlock(state, "tr"),
    ...row.flatMap((cell) => [
      openBlock(state, tag),
      ...withoutLoneParagraph(blocksWithin(state, cell.lines.join("\n"), cell.line)),
      closeBlock(state, tag),
    ]),
    closeBlock(state, "tr"),
  ];
  const part = (name: string, some: readonly (readonly Cell[])[], tag: string) =>
    some.length === 0
      ? []
      : [openBlock(state, name), ...some.flatMap((row) => rowTokens(row, tag)), closeBlock(state, name)];
  const open = openBlock(state, "table", [line, directive.end]);
  const { argument, options } = directive;
  const id = options.get("name");
  if (id) open.attrSet("id", id);
  return [
    open,
    ...(argument === "" ? [] : blockOfText(state, "caption", argument, [line, line + 1])),
    ...part("thead", rows.slice(0, heads), "th"),
    ...part("tbody", rows.slice(heads), "td"),
    closeBlock(state, "table"),
  ];
}

/** Cells by rows; lines of a cell are those that are indented like its text. */
function rowsOf(lines: readonly string[], first: number): Cell[][] {
  const rows: Cell[][] = [];
  let indent = 0;
  lines.forEach((text, index) => {
    const line = first + index;
    const [, mark, blanks = "", words = ""] = ROW.exec(text) ?? [];
    if (mark !== undefined) {
      indent = 1 + blanks.length;
      rows.push([{ lines: [words], line }]);
      return;
    }
    const row = rows.at(-1);
    const cell = /^-(?:[ \t]+(.*)|[ \t]*)$/.exec(text.slice(indent));
    if (row && cell && text.slice(0, indent).trim() === "") row.push({ lines: [cell[1] ?? ""], line });
    else row?.at(-1)?.lines.push(text.slice(indent + 2));
  });
  return rows;
}

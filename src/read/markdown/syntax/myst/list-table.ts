/** `{list-table}` of MyST: a list of rows, of which each is a list of cells, `* - one` and below it `- two`. */
import type { StateBlock, Token } from "markdown-it";
import { blocksWithin } from "../blocks-within.js";
import { type DirectiveText, heldText } from "./directive-text.js";

interface Cell {
  readonly lines: string[];
  readonly line: number;
}

const ROW = /^([*+-])([ \t]+)-(?:[ \t]+(.*)|[ \t]*)$/;

export function listTable(state: StateBlock, directive: DirectiveText, line: number): Token[] {
  const rows = rowsOf(heldText(state, directive).split("\n"), directive.first);
  const heads = Number(directive.options.get("header-rows") ?? 0);
  const block = (type: string, tag: string, nesting: 1 | -1): Token =>
    Object.assign(new state.Token(`${type}_${nesting > 0 ? "open" : "close"}`, tag, nesting), {
      block: true,
    });
  const rowTokens = (row: readonly Cell[], tag: string) => [
    block("tr", "tr", 1),
    ...row.flatMap((cell) => [
      block(tag, tag, 1),
      ...cellTokens(blocksWithin(state, cell.lines.join("\n"), cell.line)),
      block(tag, tag, -1),
    ]),
    block("tr", "tr", -1),
  ];
  const part = (name: string, some: readonly (readonly Cell[])[], tag: string) =>
    some.length === 0
      ? []
      : [block(name, name, 1), ...some.flatMap((row) => rowTokens(row, tag)), block(name, name, -1)];
  const open = Object.assign(block("table", "table", 1), { map: [line, directive.end] });
  const id = directive.options.get("name");
  if (id) open.attrSet("id", id);
  return [
    open,
    ...captionOf(state, directive, line),
    ...part("thead", rows.slice(0, heads), "th"),
    ...part("tbody", rows.slice(heads), "td"),
    block("table", "table", -1),
  ];
}

function captionOf(state: StateBlock, { argument }: DirectiveText, line: number): Token[] {
  if (argument === "") return [];
  const map: [number, number] = [line, line + 1];
  const open = Object.assign(new state.Token("caption_open", "caption", 1), { block: true, map });
  const text = Object.assign(new state.Token("inline", "", 0), { content: argument, map, children: [] });
  return [open, text, Object.assign(new state.Token("caption_close", "caption", -1), { block: true })];
}

/** A cell of one paragraph is that paragraph's text. */
function cellTokens(blocks: readonly Token[]): readonly Token[] {
  const isPlain = blocks.length === 3 && blocks[0]!.type === "paragraph_open";
  return isPlain ? [blocks[1]!] : blocks;
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

/** A `tabular` of LaTeX as a table: its columns, the rows between its rules, and cells over several columns. */
import type { Alignment, Cell, Column, DrawnTable, Row } from "../tables/model.js";
import { closingOf } from "./arguments.js";

const RULE =
  /\\(?:hline|toprule|midrule|bottomrule|endhead|endfirsthead|endfoot|endlastfoot|(?:cmidrule|cline)(?:\([^)]*\))?\{[^}]*\}|addlinespace(?:\[[^\]]*\])?)/g;
const ALIGNMENTS: Readonly<Record<string, Alignment>> = { l: "left", c: "center", r: "right" };

/** @param spec what stands in braces behind `\begin{tabular}`. */
export function readTabular(spec: string, content: string, line: number): DrawnTable {
  const columns = columnsOf(spec);
  const rows: { readonly row: Row; readonly isRuled: boolean }[] = [];
  let from = line;
  for (const piece of splitRows(content)) {
    const text = piece.replace(RULE, "").replace(/(?<!\\)%.*$/gm, "");
    // A rule in the middle of a table, below its first row, ends the head.
    const isRuled = /\\(?:hline|midrule|endhead|endfirsthead)/.test(piece);
    const first = from + linesBefore(piece);
    if (text.trim() !== "") rows.push({ row: { line: first, cells: cellsOf(text, first) }, isRuled });
    else if (isRuled && rows.length > 0) rows.push({ row: { line: first, cells: [] }, isRuled });
    from += piece.split("\n").length - 1;
  }
  const second = rows[1];
  const hasHead =
    second?.isRuled === true && rows.length > 1 && rows.slice(1).some(({ row }) => row.cells.length > 0);
  const shown = rows.map(({ row }) => row).filter(({ cells }) => cells.length > 0);
  const width = Math.max(
    columns.length,
    ...shown.map(({ cells }) => cells.reduce((sum, { colSpan }) => sum + colSpan, 0)),
  );
  return {
    columns: Array.from({ length: width }, (_, index) => columns[index] ?? {}),
    head: hasHead ? shown.slice(0, 1) : [],
    body: hasHead ? shown.slice(1) : shown,
    foot: [],
  };
}

function linesBefore(piece: string): number {
  return piece.slice(0, piece.search(/\S|$/)).split("\n").length - 1;
}

/** `|l|c|p{3cm}|`, with `@{…}` and `>{…}` left out. */
function columnsOf(spec: string): Column[] {
  const plain = spec.replace(/\*\{(\d{1,2})\}\{([^{}]*)\}/g, (_, count, each) =>
    String(each).repeat(Number(count)),
  );
  const columns: Column[] = [];
  for (let at = 0; at < plain.length; at++) {
    const sign = plain[at]!;
    const close = plain[at + 1] === "{" ? closingOf(plain, at + 1, "}") : undefined;
    if (/[@!><]/.test(sign) && close !== undefined) at = close;
    else if (/[a-zA-Z]/.test(sign)) {
      const align = ALIGNMENTS[sign];
      columns.push(align ? { align } : {});
      if (close !== undefined) at = close;
    }
  }
  return columns;
}

/** At `\\`, but for those in braces. */
function splitRows(content: string): string[] {
  return splitAt(content, (text, at) =>
    text.startsWith("\\\\", at)
      ? (/^\\\\\*?(?:\[[^\]]*\])?/.exec(text.slice(at, at + 40))?.[0].length ?? 2)
      : 0,
  );
}

function cellsOf(row: string, line: number): Cell[] {
  let column = 0;
  return splitAt(row, (text, at) => (text[at] === "&" ? 1 : 0)).map((piece): Cell => {
    const [, count, rest] = /^\s*\\multicolumn\{(\d{1,2})\}\{[^{}]*\}\s*(\{[\s\S]*)$/.exec(piece) ?? [];
    const close = rest === undefined ? undefined : closingOf(rest, 0, "}");
    const words = rest === undefined || close === undefined ? piece : rest.slice(1, close);
    const colSpan = close === undefined ? 1 : Math.max(1, Number(count));
    const cell: Cell = {
      text: words.replace(/\s+/g, " ").trim(),
      line,
      column,
      colSpan,
      rowSpan: 1,
      content: "words",
    };
    column += colSpan;
    return cell;
  });
}

/** Cuts a text where no brace is open. @param mark how long a mark is that stands at an offset; 0 when there is none. */
function splitAt(text: string, mark: (text: string, at: number) => number): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const length = depth === 0 ? mark(text, at) : 0;
    if (length > 0) {
      pieces.push(text.slice(start, at));
      start = at + length;
      at = start - 1;
    } else if (text[at] === "\\") at++;
    else if (text[at] === "{") depth++;
    else if (text[at] === "}") depth = Math.max(0, depth - 1);
  }
  return [...pieces, text.slice(start)];
}

/**
 * Tables whose columns are ruled by dashes, as in Pandoc: `simple_tables`, in which a line is a row, and
 * `multiline_tables`, in which blank lines part the rows. Both may go without a head.
 *
 * ```
 *   Right  Left         -------------
 * -------  ------        Two     Three
 *      12  abc           lines
 *                       -----   -----
 *                        a       b
 *
 *                        c       d
 *                       -------------
 * ```
 */
import { columnsOf } from "./columns.js";
import { type Alignment, type Cell, type DrawnTable, type Row, widthsOf } from "./model.js";

/** Two columns at least: one row of dashes alone is a rule, or underlines a heading. */
const RULED = /^ {0,3}-{2,}(?: +-{2,})+ *$/;
const RULE = /^ {0,3}-{3,} *$/;
/** What begins another block, though a row of dashes follows it: a table without a head may be the first of it. */
const OTHER_BLOCK = /^ {0,3}(?:`{3}|~{3}|:{3}|>|(?:#{1,6}|[-*+])\s|<\/?(?:div|section)\b)/;

/** Lines of a text from some place on; undefined behind the last one. */
export type LineAt = (index: number) => string | undefined;

export interface ReadTable {
  readonly table: DrawnTable;
  /** How many lines it has. */
  readonly length: number;
}

/** The lines of a table, counted from its first. */
interface Shape {
  readonly head: readonly [from: number, to: number];
  /** The line that rules the columns. */
  readonly ruled: number;
  readonly body: readonly [from: number, to: number];
  readonly rows: "lines" | "blocks";
  readonly length: number;
}

/** Lines that are ruled like a table, but one of them is not written in its columns. */
export interface RuledFault {
  /** From the first. */
  readonly line: number;
}

/** The table that begins with the first line, if one does. */
export function readRuledTable(lineAt: LineAt): ReadTable | RuledFault | undefined {
  const shape = shapeOf(lineAt);
  if (shape === undefined) return undefined;
  const columns = ruledColumns(lineAt(shape.ruled)!);
  const lettersOf = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => columnsOf(lineAt(from + index)!.trimEnd()));
  const [head, body] = [lettersOf(...shape.head), lettersOf(...shape.body)];
  const letters: Letters = (line) =>
    (line < shape.ruled ? head[line - shape.head[0]] : body[line - shape.body[0]])!;
  const line = firstCrossing(shape, columns, letters);
  return line === undefined ? { table: tableOf(shape, columns, letters), length: shape.length } : { line };
}

/** What stands in each column of a line of the table, without blanks at its end. */
type Letters = (line: number) => readonly string[];

/** The first line with a word that goes from one column into the next. */
function firstCrossing(
  { head, body }: Shape,
  columns: readonly RuledColumn[],
  lettersAt: Letters,
): number | undefined {
  for (const [from, to] of [head, body]) {
    for (let line = from; line < to; line++) {
      const letters = lettersAt(line);
      const isFilled = (at: number) => letters[at] !== undefined && letters[at] !== " ";
      if (columns.slice(1).some(({ start }) => isFilled(start - 1) && isFilled(start))) return line;
    }
  }
  return undefined;
}

function shapeOf(lineAt: LineAt): Shape | undefined {
  const first = lineAt(0) ?? "";
  if (first.trim() === "") return undefined;
  if (RULED.test(first)) return closed(lineAt, [0, 0], 0);
  if (!RULE.test(first)) return RULED.test(lineAt(1) ?? "") ? open(lineAt) : undefined;
  let ruled = 1;
  while (isText(lineAt(ruled))) ruled++;
  const columns = lineAt(ruled) ?? "";
  // The rule above spans all columns; else it is one of its own.
  const spans =
    RULED.test(columns) && ruled > 1 && first.trimEnd().length > columns.trimEnd().lastIndexOf(" ");
  return spans ? closed(lineAt, [1, ruled], ruled) : undefined;
}

function isText(line: string | undefined): line is string {
  return line !== undefined && line.trim() !== "" && !isDashes(line);
}

function isDashes(line: string): boolean {
  return RULE.test(line) || RULED.test(line);
}

/** A table with a head of one line, which ends with a blank line. */
function open(lineAt: LineAt): Shape | undefined {
  if (OTHER_BLOCK.test(lineAt(0)!)) return undefined;
  let end = 2;
  while (isText(lineAt(end))) end++;
  if (end === 2) return undefined;
  const length = isDashes(lineAt(end) ?? "") ? end + 1 : end;
  return { head: [0, 1], ruled: 1, body: [2, end], rows: "lines", length };
}

/** A table that ends with dashes. */
function closed(lineAt: LineAt, head: Shape["head"], ruled: number): Shape | undefined {
  const from = ruled + 1;
  let hasBlank = false;
  let end = from;
  for (let line = lineAt(end); line !== undefined && !isDashes(line); line = lineAt(++end)) {
    hasBlank ||= line.trim() === "";
  }
  if (end === from || lineAt(end) === undefined || (lineAt(from) ?? "").trim() === "") return undefined;
  return { head, ruled, body: [from, end], rows: hasBlank ? "blocks" : "lines", length: end + 1 };
}

interface RuledColumn {
  readonly start: number;
  readonly dashes: number;
}

function tableOf(
  { head, body, rows }: Shape,
  columns: readonly RuledColumn[],
  lettersAt: Letters,
): DrawnTable {
  const headRows = rowRanges(...head, "blocks", lettersAt);
  const bodyRows = rowRanges(...body, rows, lettersAt);
  const aligned = headRows.length > 0 ? head : (bodyRows[0] ?? [0, 0]);
  const aligns = columns.map((column, index) => alignmentOf(column, columns[index + 1], aligned, lettersAt));
  const isWide = rows === "blocks" || head[1] - head[0] > 1;
  const { width, shares } = widthsOf(
    columns.map(({ start, dashes }, index) => (columns[index + 1]?.start ?? start + dashes + 1) - start),
  );
  return {
    columns: aligns.map((align, index) => ({ ...align, ...(isWide ? { width: shares[index]! } : {}) })),
    ...(isWide ? { width } : {}),
    head: headRows.map((range) => rowOf(range, columns, lettersAt)),
    body: bodyRows.map((range) => rowOf(range, columns, lettersAt)),
    foot: [],
  };
}

function ruledColumns(line: string): RuledColumn[] {
  return [...line.matchAll(/-+/g)].map(({ 0: dashes, index }) => ({ start: index, dashes: dashes.length }));
}

type Range = readonly [from: number, to: number];

/** The lines of each row. */
function rowRanges(from: number, to: number, rows: Shape["rows"], lettersAt: Letters): Range[] {
  const ranges: Range[] = [];
  let start = from;
  for (let line = from; line <= to; line++) {
    const isBlank = line === to || lettersAt(line).every((letter) => letter.trim() === "");
    if (rows === "lines" && !isBlank) ranges.push([line, line + 1]);
    if (rows === "blocks" && isBlank && line > start) ranges.push([start, line]);
    if (isBlank) start = line + 1;
  }
  return ranges;
}

function rowOf([from, to]: Range, columns: readonly RuledColumn[], lettersAt: Letters): Row {
  const cells = columns.map((_, column): Cell => {
    const lines: string[] = [];
    for (let line = from; line < to; line++) lines.push(pieceOf(lettersAt(line), columns, column).trim());
    while (lines.at(-1) === "") lines.pop();
    const blank = lines.findIndex((line) => line !== "");
    const text = lines.slice(Math.max(0, blank)).join("\n");
    return { text, line: from + Math.max(0, blank), column, colSpan: 1, rowSpan: 1, content: "words" };
  });
  return { line: from, cells };
}

/** What stands in a column of a line: from its first dash to that of the next; what is further left belongs to the first. */
function pieceOf(letters: readonly string[], columns: readonly RuledColumn[], index: number): string {
  const start = index === 0 ? 0 : columns[index]!.start;
  return letters.slice(start, columns[index + 1]?.start).join("");
}

/** By the text that is nearest to both ends of the dashes: flush with one of them, with both, or with none. */
function alignmentOf(
  { start, dashes }: RuledColumn,
  next: RuledColumn | undefined,
  [from, to]: Range,
  lettersAt: Letters,
): { readonly align?: Alignment } {
  const texts: string[][] = [];
  for (let line = from; line < to; line++) {
    const text = lettersAt(line).slice(start, next?.start);
    while (text.at(-1) === " ") text.pop();
    if (text.length > 0) texts.push(text);
  }
  const [text] = texts.sort((a, b) => a.length - b.length);
  if (!text) return {};
  const isFree = { left: text[0] === " ", right: text.length < dashes };
  if (isFree.left && isFree.right) return { align: "center" };
  if (isFree.left) return { align: "right" };
  return isFree.right ? { align: "left" } : {};
}

/**
 * Reads grid tables, as Pandoc and reStructuredText have them: cells are drawn with `+`, `-`, `=` and `|`, may hold
 * blocks, and may span rows and columns.
 *
 * From each corner at the upper left of a cell its sides are followed to the right, down, to the left and up again
 * (docutils, `GridTableParser`): where they do not meet, the drawing is no table.
 */
import { columnsOf } from "./columns.js";
import { type Alignment, type Cell, type Column, type DrawnTable, type Row, widthsOf } from "./model.js";

export type GridResult = { readonly table: DrawnTable } | { readonly fault: GridFault };

export interface GridFault {
  readonly message: string;
  /** Counted from the first line of the table. */
  readonly line: number;
}

/** Steps along sides of cells: more than a table of any book takes. */
const MOST_STEPS = 5_000_000;

const HEAD_RULE = /^\+[=:+]*=[=:+]*\+$/;

/** A cell by its corners. */
interface Box {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

interface Grid {
  readonly lines: readonly (readonly string[])[];
  readonly height: number;
  readonly width: number;
  steps: number;
}

export function readGrid(texts: readonly string[]): GridResult {
  const lines = texts.map((text) => columnsOf(text.trimEnd()));
  const grid: Grid = { lines, height: lines.length - 1, width: lines[0]!.length - 1, steps: MOST_STEPS };
  const found = boxesOf(grid);
  if ("fault" in found) return found;
  return { table: tableOf(found.boxes, texts, grid) };
}

function boxesOf(grid: Grid): { readonly boxes: readonly Box[] } | { readonly fault: GridFault } {
  const { height, width } = grid;
  const boxes: Box[] = [];
  /** For each column the last line that belongs to a cell. */
  const done = Array<number>(width).fill(-1);
  const corners: (readonly [top: number, left: number])[] = [[0, 0]];
  while (corners.length > 0) {
    corners.sort((a, b) => b[0] - a[0] || b[1] - a[1]);
    const [top, left] = corners.pop()!;
    if (top >= height || left >= width || top <= done[left]!) continue;
    const box = boxFrom(grid, top, left);
    if (!box) continue;
    const columns = done.slice(box.left, box.right);
    if (columns.some((line) => line > top)) break;
    done.fill(box.bottom - 1, box.left, box.right);
    boxes.push(box);
    corners.push([top, box.right], [box.bottom, left]);
  }
  const open = done.reduce((least, line) => Math.min(least, line)) + 1;
  const line = open < height ? open : looseCorner(grid, boxes);
  if (line === undefined) return { boxes };
  const message = grid.steps > 0 ? "The lines of this table do not meet" : "This table has too many cells";
  return { fault: { message, line } };
}

/** The line of a `+` in the side of a cell at which no cell has a corner. */
function looseCorner({ lines, width }: Grid, boxes: readonly Box[]): number | undefined {
  const place = (line: number, column: number) => line * (width + 1) + column;
  const corners = new Set(
    boxes.flatMap(({ top, left, bottom, right }) =>
      [top, bottom].flatMap((line) => [place(line, left), place(line, right)]),
    ),
  );
  for (const { top, left, bottom, right } of boxes) {
    for (const line of [top, bottom]) {
      for (let column = left; column <= right; column++) {
        if (lines[line]![column] === "+" && !corners.has(place(line, column))) return line;
      }
    }
  }
  return undefined;
}

function boxFrom(grid: Grid, top: number, left: number): Box | undefined {
  const { lines, width } = grid;
  if (lines[top]![left] !== "+") return undefined;
  for (let right = left + 1; right <= width && grid.steps-- > 0; right++) {
    const sign = lines[top]![right];
    if (sign === "+") {
      const bottom = bottomOf(grid, top, left, right);
      if (bottom !== undefined) return { top, left, bottom, right };
    } else if (!isHorizontal(sign)) return undefined;
  }
  return undefined;
}

function bottomOf(grid: Grid, top: number, left: number, right: number): number | undefined {
  const { lines, height } = grid;
  for (let bottom = top + 1; bottom <= height && grid.steps-- > 0; bottom++) {
    const sign = lines[bottom]![right];
    if (sign === "+") {
      if (isSide(grid, bottom, left, right) && isWall(grid, left, top, bottom)) return bottom;
    } else if (sign !== "|") return undefined;
  }
  return undefined;
}

function isSide(grid: Grid, line: number, left: number, right: number): boolean {
  grid.steps -= right - left;
  const signs = grid.lines[line]!.slice(left, right);
  return signs[0] === "+" && signs.every((sign) => sign === "+" || isHorizontal(sign));
}

function isWall({ lines }: Grid, column: number, top: number, bottom: number): boolean {
  for (let line = top + 1; line < bottom; line++) {
    const sign = lines[line]![column];
    if (sign !== "|" && sign !== "+") return false;
  }
  return true;
}

function isHorizontal(sign: string | undefined): boolean {
  return sign === "-" || sign === "=" || sign === ":";
}

function tableOf(boxes: readonly Box[], texts: readonly string[], grid: Grid): DrawnTable {
  const rules = ascending(boxes.flatMap(({ top, bottom }) => [top, bottom]));
  const walls = ascending(boxes.flatMap(({ left, right }) => [left, right]));
  const heads = rules.filter((line) => HEAD_RULE.test(texts[line]!.trim()));
  const last = rules.at(-1)!;
  const foot = heads.length > 2 && heads.at(-1) === last ? heads.at(-2)! : last;
  const head = heads.length > 0 && heads[0]! < foot && heads[0]! > 0 ? heads[0]! : 0;
  const places = { rows: placesOf(rules), columns: placesOf(walls) };
  const boxesAt = new Map(rules.map((line): [number, Box[]] => [line, []]));
  for (const box of boxes) boxesAt.get(box.top)!.push(box);
  const rows = rules.slice(0, -1).map((line) => rowOf(line, boxesAt.get(line)!, places, grid));
  const { width, shares } = widthsOf(walls.slice(1).map((wall, index) => wall - walls[index]!));
  const aligned = grid.lines[head]!;
  const columns = shares.map((share, index): Column => {
    const align = alignmentOf(aligned.slice(walls[index]! + 1, walls[index + 1]).join(""));
    return { width: share, ...(align ? { align } : {}) };
  });
  return {
    columns,
    width,
    head: rows.filter(({ line }) => line < head),
    body: rows.filter(({ line }) => line >= head && line < foot),
    foot: rows.filter(({ line }) => line >= foot),
  };
}

function ascending(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

function placesOf(lines: readonly number[]): ReadonlyMap<number, number> {
  return new Map(lines.map((line, place) => [line, place]));
}

/** Which row begins at a line, and which column at a column of the drawing. */
interface Places {
  readonly rows: ReadonlyMap<number, number>;
  readonly columns: ReadonlyMap<number, number>;
}

function rowOf(line: number, boxes: readonly Box[], { rows, columns }: Places, { lines }: Grid): Row {
  const cells = boxes.toSorted((a, b) => a.left - b.left);
  return {
    line,
    cells: cells.map(({ top, left, bottom, right }): Cell => {
      const column = columns.get(left)!;
      const inside = lines.slice(top + 1, bottom).map((each) => each.slice(left + 1, right).join(""));
      return {
        text: withoutIndent(inside),
        line: top + 1,
        column,
        colSpan: columns.get(right)! - column,
        rowSpan: rows.get(bottom)! - rows.get(top)!,
        content: "blocks",
      };
    }),
  };
}

/** As it would be written outside of a table. */
function withoutIndent(lines: readonly string[]): string {
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/));
  const indent = indents.length === 0 ? 0 : indents.reduce((least, each) => Math.min(least, each));
  return lines.map((line) => line.slice(indent).trimEnd()).join("\n");
}

function alignmentOf(rule: string): Alignment | undefined {
  const [left, right] = [rule.startsWith(":"), rule.endsWith(":")];
  if (left && right) return "center";
  return left ? "left" : right ? "right" : undefined;
}

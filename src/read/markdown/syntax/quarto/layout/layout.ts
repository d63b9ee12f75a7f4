/**
 * What a div says of how its blocks stand side by side: `layout-ncol=2`, `layout-nrow=2`, `layout="[[40,-20,40],[1]]"`,
 * `layout-valign="bottom"`. https://quarto.org/docs/authoring/figures.html#figure-panels
 */
import type { Token } from "markdown-it";
import { takeAttribute } from "../div.js";

/** A place in a row, as parts of its width; a negative one stays empty. */
export type RowWidths = readonly number[];

export interface Layout {
  /** The places of each row. @param cells how many blocks there are. */
  readonly rows: (cells: number) => readonly RowWidths[];
  readonly valign?: string;
}

/** More columns than any page has room for. */
const MOST_COLUMNS = 12;
/** `layout-align` is of what stands in a cell, which a page sets as it sets all. */
const NAMES = ["layout", "layout-ncol", "layout-nrow", "layout-valign", "layout-align"];

/** Takes the layout off a div; undefined when it has none. */
export function takeLayout(open: Token): Layout | undefined {
  const said = new Map(NAMES.map((name) => [name, takeAttribute(open, `data-${name}`)]));
  return layoutOf((name) => said.get(name));
}

/** @param said what is said of one of `layout`, `layout-ncol`, `layout-nrow` and `layout-valign`. */
export function layoutOf(said: (name: string) => string | undefined): Layout | undefined {
  const [columns, rows] = ["layout-ncol", "layout-nrow"].map((name) => countOf(said(name)));
  const written = readRows(said("layout"));
  const valign = said("layout-valign")?.toLowerCase();
  const asked = columns
    ? (cells: number) => evenRows(cells, columns)
    : rows
      ? (cells: number) => evenRows(cells, Math.ceil(cells / rows))
      : written && ((cells: number) => rowsLike(written, cells));
  return asked && { rows: asked, ...(valign === undefined ? {} : { valign }) };
}

function countOf(text: string | undefined): number | undefined {
  const count = Number(text);
  return Number.isInteger(count) && count > 0 ? Math.min(count, MOST_COLUMNS) : undefined;
}

function evenRows(cells: number, columns: number): RowWidths[] {
  const count = Math.min(columns, MOST_COLUMNS);
  const row = Array<number>(count).fill(100 / count);
  return Array.from({ length: Math.ceil(cells / count) }, () => row);
}

/** `[[40,-20,40],[1]]`, or one row for all, `[1,2]`. */
function readRows(text: string | undefined): readonly RowWidths[] | undefined {
  if (text === undefined) return undefined;
  const values = parsed(text);
  if (!Array.isArray(values)) return undefined;
  const rows = (values.some(Array.isArray) ? values : [values]).map((row) => widthsOf([row].flat()));
  return rows.length > 0 && rows.every((row) => row.some((width) => width > 0)) ? rows : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** In percent of the row. */
function widthsOf(row: readonly unknown[]): RowWidths {
  const widths = row.slice(0, MOST_COLUMNS).map((each) => Number.parseFloat(String(each)) || 0);
  const sum = widths.reduce((total, each) => total + Math.abs(each), 0);
  return widths.map((each) => (each / sum) * 100);
}

/** As many rows as there are blocks for: the last one is repeated. */
function rowsLike(rows: readonly RowWidths[], cells: number): RowWidths[] {
  const made: RowWidths[] = [];
  let left = cells;
  while (left > 0) {
    const row = rows[Math.min(made.length, rows.length - 1)]!;
    made.push(row);
    left -= row.filter((width) => width > 0).length;
  }
  return made;
}

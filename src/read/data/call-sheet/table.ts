/** Tables of a call sheet: a column that no row has anything in is left out. */
import type { Element, Properties } from "hast";
import type { Location } from "../../../diagnostics/location.js";
import { type Content, element, wordMark } from "../elements.js";
import type { Allowance } from "./telephones.js";

export interface Column<Row> {
  /** The book's word that heads it, and its class. */
  readonly word: string;
  /** The cell's text, or an element with it. */
  readonly cell: (row: Row) => Content;
  /** The editions that may have it. */
  readonly allowed?: Allowance;
}

export interface TableRow<Row> {
  readonly row: Row;
  readonly at: Location;
  /** Of its element: whose row it is. */
  readonly properties?: Properties;
}

/** @returns undefined without rows. */
export function sheetTable<Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: readonly TableRow<Row>[],
): Element | undefined {
  const shown = columns.filter(({ cell }) => rows.some(({ row }) => hasContent(cell(row))));
  if (rows.length === 0 || shown.length === 0) return undefined;
  const head = shown.map(({ word, allowed }) =>
    element(
      "th",
      { ...allowed?.properties, scope: "col", className: [`column-${word}`] },
      [wordMark(word)],
      allowed?.at,
    ),
  );
  const body = rows.map(({ row, at, properties = {} }) =>
    element(
      "tr",
      properties,
      shown.map(({ word, cell, allowed }) =>
        element(
          "td",
          { ...allowed?.properties, className: [`column-${word}`] },
          [cell(row)],
          allowed?.at ?? at,
        ),
      ),
      at,
    ),
  );
  return element("table", { className: ["sheet-table", name] }, [
    element("thead", {}, [element("tr", {}, head)]),
    element("tbody", {}, body),
  ]);
}

function hasContent(content: Content): boolean {
  return content !== undefined && content !== "";
}

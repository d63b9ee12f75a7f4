/**
 * Tables on narrow screens.
 *
 * Pages of an ebook do not scroll sideways, and many reading systems cut off what is wider than a page. So the
 * width that a table takes at least is estimated: one that fits keeps its words whole; one that does not is set small,
 * stands in a box that scrolls where pages do, and with a head of its own it becomes a list of its rows where the
 * column is narrow, each cell behind the name of its column. One that fits in letters of the usual size does so when
 * the reader has them larger.
 */
import type { Element, ElementContent } from "hast";
import { withClasses } from "../../../hast/class-names.js";
import { visitNodes } from "../../../hast/visit.js";
import type { ContentRule } from "./rule.js";

/** A number as tables have it: with its sign, its separators, its unit. */
const NUMBER = /^[~<>≤≥±+−–-]?\p{Sc}?\s?\d[\d.,:/\u00A0\u202F’'–-]*\s?(%|‰|°C?|\p{Sc})?$/u;

/** A long number; from here on it is rather a word that may have to be broken. */
const NUMBER_LENGTH = 14;

/** Numbers are marked for the styles: broken into two lines, one number reads as two. */
export const numberCell: ContentRule = (element) => {
  if (element.tagName !== "td") return element;
  let text = "";
  visitNodes(element, (node) => {
    if (node.type === "text") text += node.value;
  });
  text = text.trim();
  if (text.length > NUMBER_LENGTH || !NUMBER.test(text)) return element;
  element.properties = withClasses(element.properties, "number");
  return element;
};

/** Letters that a line of a phone has room for, in the size of tables. */
const PHONE_LETTERS = 44;
/** Letters that it has room for when the reader has them twice as large. */
const LARGE_LETTERS = 18;
/** What a cell takes beside its letters, in letters. */
const CELL_SPACE = 2;
/** Columns that are many for a phone, whatever is in them. */
const MANY_COLUMNS = 5;
/** Where code may be broken there is an element for it. */
const BREAKS = new Set(["wbr", "br"]);

/** Puts tables that are too wide for a phone into boxes, in place. Tables in cells are left to the one around. */
export function fitTables(parent: Element): void {
  parent.children = parent.children.map((child) => {
    if (child.type !== "element") return child;
    if (child.tagName === "table") return fitted(child);
    fitTables(child);
    return child;
  });
}

function fitted(table: Element): Element {
  const rows = rowsOf(table);
  const columns = largest(rows, (row) => row.length);
  const widest = Array.from({ length: columns }, (_, at) => largest(rows, (row) => longestPiece(row[at])));
  const letters = widest.reduce((sum, each) => sum + each + CELL_SPACE, 0);
  const isMany = columns >= MANY_COLUMNS;
  if (letters <= LARGE_LETTERS && !isMany) return table;
  const head = headOf(table, columns);
  const isList = head !== undefined && rows.every((row) => row.length === columns && row.every(isPlainCell));
  const marks = [...(isMany ? ["many-columns"] : []), ...(isList ? ["as-list"] : [])];
  const wide = { ...table, properties: withClasses(table.properties, ...marks) };
  const shown = isList ? labelled(wide, head) : wide;
  return letters <= PHONE_LETTERS && !isMany ? boxForLargeLetters(shown) : box(shown);
}

/** Not with `Math.max`, which takes about a hundred thousand arguments: a table may have more rows. */
function largest<Item>(items: readonly Item[], sizeOf: (item: Item) => number): number {
  return items.reduce((most, item) => Math.max(most, sizeOf(item)), 0);
}

/** Phones have room for the table, but not with letters twice as large. */
function boxForLargeLetters(table: Element): Element {
  const properties = { className: ["table-box", "for-large-letters"] };
  return { type: "element", tagName: "div", properties, children: [table] };
}

function box(table: Element): Element {
  const caption = table.children.find((child) => child.type === "element" && child.tagName === "caption");
  const name = caption === undefined ? "" : textOf(caption).trim();
  const region = name === "" ? {} : { role: "region", ariaLabel: name, tabIndex: 0 };
  return {
    type: "element",
    tagName: "div",
    properties: { className: ["table-box"], ...region },
    children: [table],
  };
}

/** The cells of every row, of those in the head too. */
function rowsOf(node: Element): Element[][] {
  if (node.tagName === "tr") return [node.children.filter(isCell)];
  return node.children.flatMap((child) =>
    child.type === "element" && child.tagName !== "td" ? rowsOf(child) : [],
  );
}

function isCell(node: ElementContent): node is Element {
  return node.type === "element" && (node.tagName === "td" || node.tagName === "th");
}

function isPlainCell({ properties: { colSpan, rowSpan } }: Element): boolean {
  return Number(colSpan ?? 1) === 1 && Number(rowSpan ?? 1) === 1;
}

/** The names of the columns, when one row at the head has a name for each but the first. */
function headOf({ children }: Element, columns: number): string[] | undefined {
  const head = children.find(
    (child): child is Element => child.type === "element" && child.tagName === "thead",
  );
  const [row, ...others] = head === undefined ? [] : rowsOf(head);
  if (row === undefined || others.length > 0 || row.length !== columns) return undefined;
  const names = row.map((cell) => textOf(cell).replace(/\s+/g, " ").trim());
  return names.slice(1).every((name) => name !== "") ? names : undefined;
}

/** Each cell of the body knows the name of its column. */
function labelled(node: Element, head: readonly string[]): Element {
  const children = node.children.map((child): ElementContent => {
    if (child.type !== "element" || child.tagName === "thead" || child.tagName === "caption") return child;
    return child.tagName === "tr" ? labelledRow(child, head) : labelled(child, head);
  });
  return { ...node, children };
}

function labelledRow(row: Element, head: readonly string[]): Element {
  const cells = row.children.filter(isCell);
  const children = row.children.map((child): ElementContent => {
    const name = head[cells.indexOf(child as Element)] ?? "";
    // The name of a column without anything behind it says nothing.
    if (!isCell(child) || name === "" || child.children.every(isBlankText)) return child;
    return { ...child, properties: { ...child.properties, dataColumn: name } };
  });
  return { ...row, children };
}

function isBlankText(node: ElementContent): boolean {
  return node.type === "text" && node.value.trim() === "";
}

/** The letters that must stand on one line of a cell. */
function longestPiece(cell: Element | undefined): number {
  if (cell === undefined || Number(cell.properties.colSpan ?? 1) > 1) return 0;
  const pieces = textOf(cell).split(/[\s\u200B]+/);
  return largest(pieces, (piece) => [...piece].length);
}

/** Where a line may end without a letter there is a space. */
function textOf(node: ElementContent): string {
  if (node.type === "text") return node.value;
  if (node.type !== "element") return "";
  return BREAKS.has(node.tagName) ? " " : node.children.map(textOf).join("");
}

/**
 * Marks the cells of a narrow table that are a few words long, such as a date: they stay on one line.
 *
 * A browser shares the width of a table by how much each column holds: beside sentences, “November 2022” would be
 * broken with room to spare.
 */
import type { Element } from "hast";
import { withClasses } from "../../../hast/class-names.js";
import { visitElements, visitNodes } from "../../../hast/visit.js";

/** A table of more columns has no room to give. */
const MOST_COLUMNS = 3;
/** Letters and spaces: two such columns are half of a small page. */
const LONGEST = 14;

export function markShortCells(table: Element): void {
  const cells: Element[] = [];
  let columns = 0;
  visitElements(table, (element) => {
    if (element.tagName === "tr") columns = Math.max(columns, element.children.filter(isCell).length);
    if (isCell(element) && isShort(element)) cells.push(element);
  });
  if (columns > MOST_COLUMNS) return;
  for (const cell of cells) cell.properties = withClasses(cell.properties, "short");
}

function isCell(node: Element["children"][number]): node is Element {
  return node.type === "element" && (node.tagName === "td" || node.tagName === "th");
}

function isShort(cell: Element): boolean {
  let text = "";
  visitNodes(cell, (node) => {
    if (node.type === "text") text += node.value;
  });
  const shown = text.replace(/\u00AD/g, "").trim();
  return shown.length <= LONGEST && /\s/.test(shown);
}

/**
 * Columns of numbers, which are read from their right edge: units below units. Only where the author has said nothing of
 * how a column stands; the first one names the rows.
 */
import type { Element, Root } from "hast";
import { withClasses } from "../../hast/class-names.js";
import { visitElements, visitNodes } from "../../hast/visit.js";
import { eachElement } from "./step.js";

const NUMBER =
  /^\(?(?<before>[~≈<>]?\s?\p{Sc}?)\s?[+\-−–±]?\s?\d[\d.,'’\s]*(?<after>(?:%|‰|\p{Sc}|\p{L}{1,3})?)\)?[*†]?$/u;
/** Nothing, or a sign for nothing. */
const NO_NUMBER = /^[-–—−]?$/;
const FEWEST = 2;

export function markNumberColumns(tree: Root): void {
  eachElement(tree, (table) => {
    if (table.tagName !== "table") return undefined;
    const rows: Element[][] = [];
    visitElements(table, (element) => {
      if (element.tagName === "tr") rows.push(element.children.filter(isCell));
      return undefined;
    });
    if (rows.flat().some(({ properties }) => properties.colSpan ?? properties.rowSpan)) return undefined;
    const columns = Math.max(0, ...rows.map((row) => row.length));
    for (let at = 1; at < columns; at += 1) markColumn(rows.flatMap((row) => row[at] ?? []));
    return undefined;
  });
}

function markColumn(cells: readonly Element[]): void {
  if (cells.some(({ properties }) => properties.align ?? properties.style)) return;
  const texts = cells.filter(({ tagName }) => tagName === "td").map(textOf);
  const numbers = texts.filter((text) => !NO_NUMBER.test(text)).map((text) => NUMBER.exec(text)?.groups);
  if (numbers.length < FEWEST || numbers.includes(undefined)) return;
  // Numbers of things that are counted in other units have nothing to do with each other.
  if (new Set(numbers.map((groups) => groups!.after)).size > 1) return;
  for (const cell of cells) cell.properties = withClasses(cell.properties, "numbers");
}

function isCell(node: Element["children"][number]): node is Element {
  return node.type === "element" && (node.tagName === "td" || node.tagName === "th");
}

function textOf(cell: Element): string {
  let text = "";
  visitNodes(cell, (node) => {
    if (node.type === "text") text += node.value;
    return undefined;
  });
  return text.trim();
}

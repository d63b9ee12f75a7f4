/** Cuts highlighted code into lines, with the marking of each token kept on every line that it spans. */
import type { Element, ElementContent } from "hast";
import { hasClass } from "../hast/class-names.js";

/** The number of the first line of a `<pre>`; undefined when its lines are not numbered. */
export function firstLineNumber({ properties }: Element): number | undefined {
  return hasClass(properties, "numberLines") ? Number(properties.dataStartfrom ?? 1) : undefined;
}

/** The elements of lines that the author points out, and of those that a change adds and takes away. */
const MARKS = [
  { name: "marked", attribute: "dataMarkedLines", tagName: "mark" },
  { name: "added", attribute: "dataAddedLines", tagName: "ins" },
  { name: "removed", attribute: "dataRemovedLines", tagName: "del" },
] as const;

type LineMark = (typeof MARKS)[number];

/** The marks of the lines of a `<pre>`, by their places from 0; undefined when it has none. They are taken from it. */
export function takeLineMarks({ properties }: Element): ReadonlyMap<number, LineMark> | undefined {
  const found = new Map<number, LineMark>();
  for (const mark of MARKS) {
    const lines = properties[mark.attribute];
    delete properties[mark.attribute];
    if (lines === undefined) continue;
    for (const line of String(lines).split(" ")) found.set(Number(line) - 1, mark);
  }
  return found.size === 0 ? undefined : found;
}

/**
 * The block of one line. A number is an attribute, which the styles show: as text it would be
 * searched, copied and read aloud with the code.
 */
export function lineBlock(children: ElementContent[], number?: number, mark?: LineMark): Element {
  const className = mark === undefined ? ["line"] : ["line", mark.name];
  const properties = { className, ...(number === undefined ? {} : { dataLine: String(number) }) };
  return { type: "element", tagName: mark?.tagName ?? "span", properties, children };
}

/** The content of a listing as one list of nodes for each line; a line break at the very end makes no line. */
export function splitLines(nodes: readonly ElementContent[]): ElementContent[][] {
  const lines = cut(nodes);
  if (lines.length > 1 && lines.at(-1)!.length === 0) lines.pop();
  return lines;
}

function cut(nodes: readonly ElementContent[]): ElementContent[][] {
  const lines: ElementContent[][] = [[]];
  for (const node of nodes) {
    const [first = [], ...rest] = cutNode(node);
    lines.at(-1)!.push(...first);
    lines.push(...rest);
  }
  return lines;
}

function cutNode(node: ElementContent): ElementContent[][] {
  if (node.type === "text") {
    return node.value.split("\n").map((value) => (value === "" ? [] : [{ type: "text", value }]));
  }
  // What is empty from the beginning is a place that something leads to.
  if (node.type === "element" && node.children.length > 0) {
    return cut(node.children).map((children) => (children.length === 0 ? [] : [{ ...node, children }]));
  }
  return [[node]];
}

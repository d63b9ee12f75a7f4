/** Cuts highlighted code into lines, with the marking of each token kept on every line that it spans. */
import type { Element, ElementContent } from "hast";

/** The number of the first line of a `<pre>`; undefined when its lines are not numbered. */
export function firstLineNumber({ properties }: Element): number | undefined {
  const { className, dataStartfrom } = properties;
  if (!Array.isArray(className) || !className.includes("numberLines")) return undefined;
  return Number(dataStartfrom ?? 1);
}

/**
 * The block of one line. A number is an attribute, which the styles show: as text it would be
 * searched, copied and read aloud with the code.
 */
export function lineBlock(children: ElementContent[], number?: number): Element {
  const properties = { className: ["line"], ...(number === undefined ? {} : { dataLine: String(number) }) };
  return { type: "element", tagName: "span", properties, children };
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

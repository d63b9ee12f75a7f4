/**
 * A line break that stands by itself between blocks is a line without words. As a block it is one of those that pages
 * end between: where it would have no room, none is left for it.
 */
import type { Element, ElementContent, Parents, Root, RootContent } from "hast";
import { visitElements } from "../../../hast/visit.js";

const BLOCKS = new Set(
  "p,h1,h2,h3,h4,h5,h6,pre,table,blockquote,figure,ul,ol,dl,div,section,article,aside,details,hr".split(","),
);

/** Gives each such line break of a tree a block around it, in place. */
export function makeBlankLines(tree: Root): void {
  makeIn(tree);
  visitElements(tree, (element) => makeIn(element));
}

function makeIn(parent: Parents): undefined {
  const children: readonly RootContent[] = parent.children;
  if (!children.some(isBreak) || !children.some(isBlock)) return;
  const isAlone = (index: number): boolean => isEdge(children, index, -1) && isEdge(children, index, 1);
  parent.children = children.map((child, index) =>
    isBreak(child) && isAlone(index) ? lineOf(child) : child,
  ) as ElementContent[];
}

/** True when no words are beside a break, on one of its sides. */
function isEdge(children: readonly RootContent[], from: number, step: 1 | -1): boolean {
  let index = from + step;
  while (children[index] && (isBlank(children[index]!) || isBreak(children[index]!))) index += step;
  const beside = children[index];
  return beside === undefined || isBlock(beside);
}

const isBreak = (node: RootContent): node is Element => node.type === "element" && node.tagName === "br";
const isBlock = (node: RootContent): boolean => node.type === "element" && BLOCKS.has(node.tagName);
const isBlank = (node: RootContent): boolean =>
  node.type === "comment" || (node.type === "text" && node.value.trim() === "");

function lineOf(line: Element): Element {
  return { type: "element", tagName: "div", properties: {}, children: [line] };
}

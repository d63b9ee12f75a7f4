/**
 * Reads the page breaks of TeX, as Pandoc does: `\newpage` and its like on a line of their own. Each becomes
 * an empty `<div class="page-break">`, which the renderers know.
 */
import type { Element, Parents, Root, RootContent } from "hast";

const COMMAND = /^\s*\\(?:newpage|pagebreak(?:\[\d\])?|clearpage|cleardoublepage)\s*$/;

export function readPageBreaks(tree: Root): void {
  replaceIn(tree);
}

function replaceIn(parent: Parents): void {
  parent.children.forEach((child, index) => {
    if (isPageBreak(child)) parent.children[index] = pageBreakAt(child);
    else if (child.type === "element" && child.tagName !== "pre") replaceIn(child);
  });
}

function isPageBreak(node: RootContent): boolean {
  if (node.type !== "element" || node.tagName !== "p" || node.children.length !== 1) return false;
  const [only] = node.children;
  return only?.type === "text" && COMMAND.test(only.value);
}

function pageBreakAt({ position }: RootContent): Element {
  const element: Element = {
    type: "element",
    tagName: "div",
    properties: { className: ["page-break"] },
    children: [],
  };
  return position ? { ...element, position } : element;
}

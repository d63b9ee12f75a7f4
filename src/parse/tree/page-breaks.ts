/**
 * Reads the page breaks that other tools know: `\newpage` and its like on a line of their own, as in Pandoc,
 * and the comment `<!-- pagebreak -->`, as in Markdown editors. Each becomes an empty
 * `<div class="page-break">`, which the renderers know.
 */
import type { Element, Parents, Root, RootContent } from "hast";

const COMMAND = /^\s*\\(?:newpage|pagebreak(?:\[\d\])?|clearpage|cleardoublepage)\s*$/;
const COMMENT = /^\s*(?:page[-_ ]?break|new[-_ ]?page)\s*$/i;

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
  if (node.type === "comment") return COMMENT.test(node.value);
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

/**
 * Pictures that stand on a line of their own within a paragraph or an entry of a list: lines of text would touch them, and
 * an indent push them out of the text. A row of them, such as badges, stays a row.
 */
import type { ElementContent, Parents } from "hast";
import { withClasses } from "../hast/class-names.js";
import { visitElements } from "../hast/visit.js";
import type { Draft } from "./draft.js";
import { sectionTrees } from "./tree.js";

/** Nodes on either side among which the end of a line and what lies beyond it are. */
const NEAR = 4;

export function setImagesApart({ sections }: Draft): void {
  for (const { tree } of sections.flatMap(sectionTrees)) markIn(tree);
}

/** @internal */
export function markIn(tree: Parents): void {
  visitElements(tree, ({ tagName, children }) => {
    if (tagName !== "p" && tagName !== "li") return undefined;
    children.forEach((child, at) => {
      if (child.type !== "element" || child.tagName !== "img") return;
      const before = endOfLine(children.slice(Math.max(0, at - NEAR), at).reverse(), /\n[^\S\n]*$/);
      const after = endOfLine(children.slice(at + 1, at + 1 + NEAR), /^[^\S\n]*\n/);
      if (before !== "goes on" && after !== "goes on" && [before, after].includes("text"))
        child.properties = withClasses(child.properties, "own-line");
    });
    return undefined;
  });
}

/** What is on the other side of the end of a picture's line: nothing or another picture, text, or no end of a line. */
function endOfLine(nodes: readonly ElementContent[], feed: RegExp): "nothing" | "text" | "goes on" {
  const shown = nodes.filter((node) => node.type === "text" || node.type === "element");
  const [next, second] = shown;
  if (next === undefined) return "nothing";
  if (next.type === "text" && next.value.trim() === "" && second === undefined) return "nothing";
  const isBreak = next.type === "element" && next.tagName === "br";
  if (!isBreak && !(next.type === "text" && feed.test(next.value))) return "goes on";
  const isPicture = (node: (typeof shown)[number]) => node.type === "element" && node.tagName === "img";
  const beyond = shown.slice(1).find((node) => node.type !== "text" || node.value.trim() !== "");
  const isText = (next.type === "text" && next.value.trim() !== "") || (beyond && !isPicture(beyond));
  return isText ? "text" : "nothing";
}

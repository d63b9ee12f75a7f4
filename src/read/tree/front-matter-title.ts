/** The title that front matter gives is the heading of a text that has none of the first level. */
import type { Element, Root } from "hast";
import { placeOf } from "../source.js";
import type { TreeContext } from "./step.js";

/** @param otherwise The title of a text that has none of its own. */
export function addTitle(tree: Root, { source }: TreeContext, otherwise?: string): void {
  const { title = otherwise, titleLine = 0 } = source.frontMatter ?? {};
  const hasHeading = tree.children.some((node) => node.type === "element" && node.tagName === "h1");
  if (title === undefined || hasHeading) return;
  const start = placeOf(source, source.lineStarts[titleLine] ?? 0);
  const position = { start, end: start };
  const heading: Element = {
    type: "element",
    tagName: "h1",
    properties: {},
    children: [{ type: "text", value: title, position }],
    position,
  };
  tree.children.unshift(heading);
}

/** The title that front matter gives is the heading of a text that has none of the first level. */
import type { Element, Root } from "hast";
import type { ParseContext } from "../context.js";
import { placeOf } from "../source.js";

export function addTitle(tree: Root, { source }: ParseContext): void {
  const { title, titleLine = 0 } = source.frontMatter ?? {};
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

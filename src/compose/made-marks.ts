/** Marks passages and pictures with how they were made, where readers see them. */
import type { Element, ElementContent, Parents } from "hast";
import { imprintWord } from "../language/imprint.js";
import type { Making } from "../model/provenance.js";
import type { Edition } from "../model/publication.js";
import { replaceChild } from "./tree.js";

/** They hold blocks. */
const BLOCKS = new Set("div section aside blockquote figure details article".split(" "));

/** @param index of the element among the children of `parent`. */
export function markMade(
  element: Element,
  index: number,
  parent: Parents,
  made: Making,
  { metadata: { language } }: Edition,
): void {
  const words = imprintWord(language, `mark-${made}`);
  const caption = (parent.children as ElementContent[]).find(
    (child): child is Element => child.type === "element" && child.tagName === "figcaption",
  );
  if (element.tagName === "img" && caption !== undefined) {
    caption.children.push({ type: "text", value: " " }, small(`[${words}]`, element));
  } else if (BLOCKS.has(element.tagName)) {
    element.children.push(paragraph([small(words, element)], element));
  } else if (element.tagName === "p" || /^h[1-6]$/.test(element.tagName)) {
    element.children.push({ type: "text", value: " " }, small(`[${words}]`, element));
  } else {
    replaceChild(parent, index, [element, { type: "text", value: " " }, small(`[${words}]`, element)]);
  }
}

function small(text: string, { position }: Element): Element {
  return {
    type: "element",
    tagName: "small",
    properties: { className: ["made-mark"] },
    children: [{ type: "text", value: text }],
    ...(position ? { position } : {}),
  };
}

function paragraph(children: ElementContent[], { position }: Element): Element {
  return { type: "element", tagName: "p", properties: {}, children, ...(position ? { position } : {}) };
}

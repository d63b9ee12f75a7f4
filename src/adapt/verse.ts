/**
 * Cuts verse into its lines: one that is too long for the page or the screen turns over and hangs,
 * so that nobody takes what goes on for a line of the poem.
 */
import type { Element, ElementContent } from "hast";
import { hasClass } from "../hast/class-names.js";
import { splitLines } from "./code-lines.js";

export function isVerse({ properties }: Element): boolean {
  return hasClass(properties, "verse");
}

/**
 * A copy in which each line of each paragraph is an element of its own.
 *
 * @param end what a line ends with when another one follows.
 */
export function withVerseLines(verse: Element, end: readonly ElementContent[]): Element {
  if (verse.tagName === "p") return { ...verse, children: linesOf(verse, end) };
  const children = verse.children.map((child) =>
    child.type === "element" ? withVerseLines(child, end) : child,
  );
  return { ...verse, children };
}

function linesOf(paragraph: Element, end: readonly ElementContent[]): ElementContent[] {
  const lines = splitLines(paragraph.children.map(breakAsText)).filter((line) => !line.every(isBlank));
  return lines.flatMap((line, index): ElementContent[] => {
    const isLast = index === lines.length - 1;
    const children = isLast ? line : [...line, ...structuredClone(end)];
    const properties = { className: ["verse-line"] };
    const block: Element = { type: "element", tagName: "span", properties, children };
    // Apart in the text, for whoever searches or copies it.
    return isLast ? [block] : [block, { type: "text", value: "\n" }];
  });
}

/** Lines end where the author's do; a hard break in Markdown is written with one. */
function breakAsText(node: ElementContent): ElementContent {
  return node.type === "element" && node.tagName === "br" ? { type: "text", value: "\n" } : node;
}

function isBlank(node: ElementContent): boolean {
  return node.type === "text" && /^[ \t]*$/.test(node.value);
}

/**
 * Says which paragraphs can begin with a large letter.
 *
 * Themes drop the first letter of a chapter. What a browser takes for it is not always one: it tears
 * the letters of a cursive script apart, and makes a dash, a digit, a lone quotation mark or a line of
 * code large.
 */
import type { Element, ElementContent, Nodes } from "hast";
import { hasClass } from "../hast/class-names.js";

/** Letters that stand by themselves, of scripts whose books have such initials; quotation marks go with them. */
const INITIAL =
  /^\s*(?:["'“”‘’„‚«»‹›¿¡([])?[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Coptic}]/u;

/** What is set in a way of its own, or is no text. */
const APART = new Set([
  "code",
  "kbd",
  "samp",
  "tt",
  "math",
  "img",
  "svg",
  "sup",
  "sub",
  "input",
  "br",
  "ruby",
]);

/** What follows a shorter paragraph, such as a date, would stand beside its large letter, or below white. */
const FEWEST_LETTERS = 100;

/** Whether the author asks for a large first letter. */
export function hasInitial(node: ElementContent): boolean {
  return node.type === "element" && hasClass(node.properties, "dropcap");
}

/** True when the first thing in a paragraph is a letter that may be set large, and there is enough beside it. */
export function canHaveInitial(paragraph: Element): boolean {
  const text = firstText(paragraph);
  if (text === undefined || !INITIAL.test(text)) return false;
  return hasInitial(paragraph) || lettersIn(paragraph) >= FEWEST_LETTERS;
}

function lettersIn(node: ElementContent): number {
  if (node.type === "text") return node.value.length;
  return node.type === "element" ? node.children.reduce((sum, child) => sum + lettersIn(child), 0) : 0;
}

/** The first text that is not blank; undefined when something else comes before it. */
function firstText(node: Nodes): string | undefined {
  if (node.type === "text") return node.value;
  if (node.type !== "element" || APART.has(node.tagName)) return undefined;
  const first = node.children.find(
    (child) => child.type === "element" || (child.type === "text" && child.value.trim() !== ""),
  );
  return first && firstText(first);
}

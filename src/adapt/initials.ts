/**
 * Says which paragraphs can begin with a large letter.
 *
 * Themes drop the first letter of a chapter. What a browser takes for it is not always one: it tears
 * the letters of a cursive script apart, and makes a dash, a digit, a lone quotation mark or a line of
 * code large.
 */
import type { Element, Nodes } from "hast";

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

/** True when the first thing in a paragraph is a letter that may be set large. */
export function canHaveInitial(paragraph: Element): boolean {
  const text = firstText(paragraph);
  return text !== undefined && INITIAL.test(text);
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

/**
 * Figures and signs that stand upright in a line that runs down the page (Requirements for Japanese Text Layout, 3.2.5):
 * two figures, or `!?`, share the room of one letter. Longer numbers and words lie on their side.
 */
import type { Element, ElementContent } from "hast";
import { hasClass } from "../../../hast/class-names.js";

const LANGUAGES = /^(?:ja|zh|ko|yue)\b/i;
/** What has its own way of standing. */
const LEFT_ALONE = new Set(["code", "pre", "math", "svg", "rt", "rp", "kbd", "samp"]);
const PAIR = /(?<![\p{Script=Latin}\d.,:/!?-])(?:\d{1,2}|[!?]{2})(?![\p{Script=Latin}\d.,:/!?-])/gu;

/** Marks them in the nodes of a section, in place. */
export function standUpright(nodes: ElementContent[], language: string): void {
  const upright = nodes.flatMap((node) => {
    if (node.type === "text") return LANGUAGES.test(language) ? marked(node.value) : [node];
    if (node.type === "element" && mayHold(node)) {
      const { lang } = node.properties;
      standUpright(node.children, typeof lang === "string" ? lang : language);
    }
    return [node];
  });
  nodes.splice(0, nodes.length, ...upright);
}

function mayHold({ tagName, properties }: Element): boolean {
  return !LEFT_ALONE.has(tagName) && !hasClass(properties, "upright");
}

function marked(text: string): ElementContent[] {
  const nodes: ElementContent[] = [];
  let end = 0;
  for (const { 0: pair, index } of text.matchAll(PAIR)) {
    if (index > end) nodes.push({ type: "text", value: text.slice(end, index) });
    const children: ElementContent[] = [{ type: "text", value: pair }];
    nodes.push({ type: "element", tagName: "span", properties: { className: ["upright"] }, children });
    end = index + pair.length;
  }
  if (end < text.length) nodes.push({ type: "text", value: text.slice(end) });
  return nodes;
}

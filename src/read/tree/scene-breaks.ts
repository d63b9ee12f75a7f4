/**
 * Changes of scene that are typed as a line of signs, `⁂`, `\* \* \*`, `~`: as paragraphs they would be indented and
 * justified, end a page without what follows, and be read aloud as “asterisk, asterisk, asterisk”.
 */
import type { Element, ElementContent, Nodes, Root } from "hast";
import { withClasses } from "../../hast/class-names.js";

/** Ornaments, which are nothing else anywhere; plain signs, alone or in a row; and signs that alone may mean something. */
const ORNAMENTS = /^(?:[⁂⁕⁑❦❧☙✻✽✾✤✥✦✧❖※◆◇♦❀❁＊](?:\s|\u00A0)*)+$/u;
const SIGNS = /^(?:\*(?:\s|\u00A0)*){1,9}$|^(?:[~∼～](?:\s|\u00A0)*){1,9}$/u;
const ROWS = /^(?:[•·∙●○■□_#+=](?:\s|\u00A0)*){3,9}$/u;

/** Only between other blocks: the only signs of a section are its text. */
export function markSceneBreaks(tree: Root): void {
  tree.children = tree.children.map((node, at) => {
    if (node.type !== "element" || !isBreak(node)) return node;
    const isBetween = hasBlock(tree.children.slice(0, at)) && hasBlock(tree.children.slice(at + 1));
    return isBetween ? marked(node) : node;
  });
}

function hasBlock(nodes: readonly Nodes[]): boolean {
  return nodes.some(({ type }) => type === "element");
}

/** A paragraph of signs, or a block that centres one. */
function isBreak(element: Element): boolean {
  if (element.tagName !== "p" && element.tagName !== "center" && element.tagName !== "div") return false;
  if (element.tagName === "div" && !isCentred(element)) return false;
  const text = wordsOf(element.children)?.trim();
  return (
    text !== undefined && (ORNAMENTS.test(text) || SIGNS.test(text) || (ROWS.test(text) && text.length <= 17))
  );
}

function isCentred({ properties: { align, style } }: Element): boolean {
  return align === "center" || /text-align:\s*center/.test(String(style ?? ""));
}

/** Undefined when there is more than signs and marks around them. */
function wordsOf(nodes: readonly ElementContent[]): string | undefined {
  let text = "";
  for (const node of nodes) {
    if (node.type === "text") text += node.value;
    else if (node.type === "element" && /^(?:p|b|strong|em|i|center)$/.test(node.tagName)) {
      const inner = wordsOf(node.children);
      if (inner === undefined) return undefined;
      text += inner;
    } else if (node.type === "element") return undefined;
  }
  return text;
}

function marked(element: Element): Element {
  const { id } = element.properties;
  const properties = withClasses({ ...(id === undefined ? {} : { id }), role: "separator" }, "scene-break");
  const children: ElementContent[] = [{ type: "text", value: (wordsOf(element.children) ?? "").trim() }];
  return { ...element, tagName: "div", properties, children };
}

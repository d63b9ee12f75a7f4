/**
 * Formatted text while a citation is being put together: nodes of HTML, with marks of the processor's
 * own for quotations, faces and words whose case stays, which `finished` turns into HTML.
 */
import type { Element, ElementContent } from "hast";

export type Rich = readonly ElementContent[];

/** What letters look like (CSL 1.0.2, "Formatting"). The second column undoes the first. */
export type Face =
  | "italic"
  | "upright"
  | "bold"
  | "light"
  | "small-caps"
  | "no-caps"
  | "underline"
  | "no-underline"
  | "sup"
  | "sub"
  | "baseline";

export function text(value: string): Rich {
  return value === "" ? [] : [{ type: "text", value }];
}

export function element(tagName: string, children: Rich, properties: Element["properties"] = {}): Element {
  return { type: "element", tagName, properties, children: [...children] };
}

export function inFace(face: Face, children: Rich): Element {
  return element("span", children, { dataFace: face });
}

/**
 * Words in quotation marks, which ones is known when all of the citation is.
 *
 * @param mark single ones that an author chose stay when no others are around them.
 */
export function quotation(children: Rich, mark?: "single"): Element {
  return element("q", children, mark ? { dataMark: mark } : {});
}

/** Words that keep their letters when the case of others changes. */
export function noCase(children: Rich): Element {
  return element("span", children, { dataCase: "keep" });
}

export function plain(nodes: Rich): string {
  let value = "";
  for (const node of nodes) {
    if (node.type === "text") value += node.value;
    else if (node.type === "element") value += plain(node.children);
  }
  return value;
}

/**
 * Changes every stretch of text, in order; what is marked as keeping its case only when asked for.
 *
 * @param change also has the offset of the stretch in the whole text.
 */
export function mapText(
  nodes: Rich,
  change: (value: string, start: number) => string,
  what: "all" | "case" = "all",
  start = 0,
): Rich {
  let at = start;
  return nodes.map((node) => {
    const begins = at;
    at += plain([node]).length;
    if (node.type === "text") return { ...node, value: change(node.value, begins) };
    if (node.type !== "element" || (what === "case" && keepsCase(node))) return node;
    return { ...node, children: [...mapText(node.children, change, what, begins)] };
  });
}

/** Words in small capitals are as they are meant to be, too, and raised ones. */
function keepsCase({ properties }: Element): boolean {
  return properties.dataCase === "keep" || /^(?:small-caps|sup|sub)$/.test(String(properties.dataFace ?? ""));
}

/** The text with a quotation mark in the place of each end of a quotation. */
export function compared(nodes: Rich): string {
  return nodes
    .map((node) => {
      if (node.type === "text") return node.value;
      if (node.type !== "element") return "";
      const inside = compared(node.children);
      if (node.tagName === "q") return `"${inside}"`;
      return node.properties.dataFace === undefined ? inside : `<${node.properties.dataFace}>${inside}</>`;
    })
    .join("");
}

/** Lists of illustrations, tables and listings, read from the captions in the book. */
import type { Element, ElementContent, Root, RootContent } from "hast";
import type { Book } from "../model/book.js";
import type { Role } from "../model/roles.js";

/** Roles of the generated lists, by what they list. */
const LISTS: Partial<Record<Role, CaptionKind>> = { loi: "figure", lot: "table", lol: "listing" };

type CaptionKind = "figure" | "table" | "listing";

export interface Caption {
  readonly kind: CaptionKind;
  /** Id to link to, when the figure or something in its caption has one. */
  readonly id?: string;
  readonly text: string;
}

/** What a generated list of a role shows, in reading order; undefined for other roles. */
export function captionsFor(role: Role, book: Book): Caption[] | undefined {
  const kind = LISTS[role];
  if (kind === undefined) return undefined;
  const trees = book.sections.flatMap((section) => section.bodies.map((body) => body.tree));
  return trees.flatMap(captionsIn).filter((caption) => caption.kind === kind);
}

function captionsIn(node: Root | RootContent | ElementContent): Caption[] {
  if (node.type === "element" && (node.tagName === "figure" || node.tagName === "table")) {
    const caption = findElement(node, node.tagName === "figure" ? "figcaption" : "caption");
    const text = caption ? textOf(caption).replace(/\s+/g, " ").trim() : "";
    const id = node.properties.id ?? caption?.properties.id;
    if (text !== "") return [{ kind: kindOf(node), text, ...(typeof id === "string" ? { id } : {}) }];
  }
  return "children" in node ? node.children.flatMap(captionsIn) : [];
}

function kindOf(node: Element): CaptionKind {
  if (node.tagName === "table" || findElement(node, "table")) return "table";
  return findElement(node, "pre") ? "listing" : "figure";
}

function findElement(node: Element, tagName: string): Element | undefined {
  for (const child of node.children) {
    if (child.type !== "element") continue;
    const found = child.tagName === tagName ? child : findElement(child, tagName);
    if (found) return found;
  }
  return undefined;
}

function textOf(node: ElementContent): string {
  if (node.type === "text") return node.value;
  return node.type === "element" ? node.children.map(textOf).join("") : "";
}

/** A script that begins with its own title page is two sections: that page, which nothing counts, and what is played. */
import type { Element, RootContent } from "hast";
import { hasClass } from "../hast/class-names.js";
import type { DraftSection } from "./draft.js";

/** The section itself, when it has no such page. */
export function withTitlePage(section: DraftSection): DraftSection[] {
  const [body, ...others] = section.bodies;
  const page = body?.tree.children.find(isTitlePage);
  if (body === undefined || page === undefined) return [section];
  const rest = body.tree.children.filter((node) => node !== page);
  const part = (children: RootContent[]) => ({ ...body, tree: { ...body.tree, children } });
  return [
    { ...section, role: "titlepage", matter: "front", bodies: [part([page])], notes: [] },
    { ...section, bodies: [part(rest), ...others] },
  ];
}

export function isTitlePage(node: RootContent): node is Element {
  return node.type === "element" && hasClass(node.properties, "script-titles");
}

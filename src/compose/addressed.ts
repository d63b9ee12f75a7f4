/**
 * What data says to one person or department: it stays in the editions whose audience they are, and their rows are
 * marked there. Unlike `only`, nobody need have an edition: a sheet names all that it calls.
 */
import type { Element, ElementContent, Parents } from "hast";
import { withClasses } from "../hast/class-names.js";
import type { Draft } from "./draft.js";
import { sectionTrees } from "./tree.js";

export function addressContent({ sections, edition }: Draft): void {
  const own = new Set(edition.names?.own);
  for (const section of sections) for (const { tree } of sectionTrees(section)) address(tree, own);
}

function address(parent: Parents, own: ReadonlySet<string>): void {
  const children = parent.children as ElementContent[];
  const isForOthers = (node: ElementContent) =>
    node.type === "element" &&
    node.properties.dataAddressee !== undefined &&
    !isOf(node.properties.dataAddressee, own);
  if (children.some(isForOthers)) parent.children = children.filter((node) => !isForOthers(node));
  for (const child of parent.children) if (child.type === "element") settle(child, own);
}

function settle(element: Element, own: ReadonlySet<string>): void {
  const { dataAddressee, dataMine, ...rest } = element.properties;
  if (dataAddressee !== undefined || dataMine !== undefined) {
    element.properties = isOf(dataMine, own) ? withClasses(rest, "mine") : rest;
  }
  address(element, own);
}

function isOf(words: unknown, own: ReadonlySet<string>): boolean {
  return typeof words === "string" && words.split(" ").some((word) => own.has(word));
}

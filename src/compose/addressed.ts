/**
 * What data says to one person or department: it stays in the editions whose audience they are, their rows are
 * marked there, and those of others may be left out. Unlike `only`, nobody need have an edition: a sheet names all
 * that it calls.
 */
import type { Element, ElementContent, Parents } from "hast";
import { withClasses } from "../hast/class-names.js";
import { visitElements } from "../hast/visit.js";
import type { Edition } from "../model/publication.js";
import type { Draft } from "./draft.js";
import { sectionTrees } from "./tree.js";

interface Audience {
  readonly own: ReadonlySet<string>;
  /** True when something in the section is said to it. */
  readonly isAddressed: boolean;
}

export function addressContent({ sections, edition }: Draft): void {
  for (const section of sections) {
    for (const { tree } of sectionTrees(section)) addressTree(tree, edition);
  }
}

export function addressTree(tree: Parents, { names }: Pick<Edition, "names">): void {
  if (!saysWhose(tree)) return;
  const own = new Set(names?.own);
  address(tree, { own, isAddressed: isAddressed(tree, own) });
}

/** Most texts are for everybody. */
function saysWhose(tree: Parents): boolean {
  let found = false;
  visitElements(tree, ({ properties: { dataAddressee, dataMine, dataOthers } }) => {
    found ||= dataAddressee !== undefined || dataMine !== undefined || dataOthers !== undefined;
    return undefined;
  });
  return found;
}

function isAddressed(tree: Parents, own: ReadonlySet<string>): boolean {
  let found = false;
  visitElements(tree, ({ properties: { dataAddressee } }) => {
    found ||= isOf(dataAddressee, own);
    return undefined;
  });
  return found;
}

function address(parent: Parents, audience: Audience): void {
  const children = parent.children as ElementContent[];
  const kept = children.filter((node) => node.type !== "element" || isKept(node, audience));
  if (kept.length < children.length) parent.children = kept;
  for (const child of kept) if (child.type === "element") settle(child, audience);
}

function isKept({ properties }: Element, { own, isAddressed }: Audience): boolean {
  const { dataAddressee, dataMine, dataOthers } = properties;
  if (dataAddressee !== undefined && !isOf(dataAddressee, own)) return false;
  return !isAddressed || dataOthers !== "hidden" || isOf(dataMine, own);
}

function settle(element: Element, audience: Audience): void {
  const { dataAddressee, dataMine, dataOthers, ...rest } = element.properties;
  if (dataAddressee !== undefined || dataMine !== undefined || dataOthers !== undefined) {
    // What only holds rows of several is not marked.
    const isMarked = isOf(dataMine, audience.own) && /^(?:tr|li)$/.test(element.tagName);
    element.properties = isMarked ? withClasses(rest, "mine") : rest;
  }
  address(element, audience);
}

function isOf(words: unknown, own: ReadonlySet<string>): boolean {
  return typeof words === "string" && words.split(" ").some((word) => own.has(word));
}

/**
 * Numbers examples, as Pandoc does: `(@)` and `(@name)` count through the whole book, and `@name` in a text is the
 * number of the example.
 */
import type { Element, ElementContent, Parents } from "hast";
import { hasClass } from "../hast/class-names.js";
import { visitElements } from "../hast/visit.js";
import type { Draft } from "./draft.js";
import { replaceChild } from "./tree.js";

/** Runs before citations are resolved, which are written alike. */
export function numberExamples(draft: Draft): void {
  const numbers = new Map<string, number>();
  let count = 0;
  const trees = treesOf(draft);
  for (const tree of trees) {
    visitElements(tree, (list) => {
      if (list.tagName === "ol" && hasClass(list.properties, "example"))
        count = numberItems(list, count, numbers);
      return undefined;
    });
  }
  if (numbers.size > 0) for (const tree of trees) nameExamples(tree, numbers);
}

/** All texts and notes of the book, before the notes have their places. */
function treesOf({ sections }: Draft): Parents[] {
  return sections.flatMap(({ bodies }) =>
    bodies.flatMap(({ tree, notes }) => [
      tree,
      ...Array.from(notes.values(), ({ children }): Parents => ({ type: "root", children })),
    ]),
  );
}

/** Numbers the items of a list that goes on after `count` others; returns how many there are then. */
function numberItems(list: Element, count: number, numbers: Map<string, number>): number {
  if (count > 0) list.properties.start = count + 1;
  let number = count;
  for (const item of list.children) {
    if (item.type !== "element" || item.tagName !== "li") continue;
    number += 1;
    const { dataExample, ...properties } = item.properties;
    item.properties = properties;
    if (typeof dataExample === "string" && !numbers.has(dataExample)) numbers.set(dataExample, number);
  }
  return number;
}

function nameExamples(tree: Parents, numbers: ReadonlyMap<string, number>): void {
  visitElements(tree, (element, index, parent) => {
    const number = numbers.get(keyOf(element) ?? "");
    if (number === undefined) return undefined;
    const { position } = element;
    const text: ElementContent = { type: "text", value: String(number), ...(position ? { position } : {}) };
    replaceChild(parent, index, [text]);
    return index + 1;
  });
}

/** The key of a citation of one work in a sentence, without a locator. */
function keyOf({ properties, children }: Element): string | undefined {
  const [cite, ...others] = children;
  if (properties.dataCitation !== "in-text" || others.length > 0 || cite?.type !== "element")
    return undefined;
  const key = cite.properties.dataCite;
  return cite.children.length === 1 ? String(key) : undefined;
}

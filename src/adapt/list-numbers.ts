/**
 * Writes the number of each item into lists that do not simply count up.
 *
 * Neither Paged.js, which counts the items of a list that goes on overleaf, nor many reading systems know
 * `reversed`, and both count on wrongly after an item that has a number of its own.
 */
import type { Element, ElementContent } from "hast";

/** The list with a number on every item, if it has `reversed` or a `value` on some item (HTML Standard, 4.4.5 and 4.4.8). */
export function withNumbers(list: Element): Element {
  const items = list.children.filter(isItem);
  const { reversed, start } = list.properties;
  const isReversed = reversed !== undefined && reversed !== null && reversed !== false;
  if (!isReversed && items.every(({ properties }) => integer(properties.value) === undefined)) return list;
  let next = integer(start) ?? (isReversed ? items.length : 1);
  const children = list.children.map((child): ElementContent => {
    if (!isItem(child)) return child;
    const value = integer(child.properties.value) ?? next;
    next = value + (isReversed ? -1 : 1);
    return { ...child, properties: { ...child.properties, value: String(value) } };
  });
  return { ...list, children };
}

function isItem(node: ElementContent): node is Element {
  return node.type === "element" && node.tagName === "li";
}

/** Undefined for what is no whole number: such an attribute counts as if it were not there. */
function integer(value: unknown): number | undefined {
  const [digits] = /^\s*[+-]?\d{1,9}/.exec(String(value ?? "")) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/**
 * What an author asks of the lines of a paragraph, `{looseness=-1}`: so many lines more than would be best, or fewer. The
 * word is TeX's. In the tree it is data, which every format may hold.
 */
import type { Root } from "hast";
import { eachElement } from "./step.js";

const LINES = /^[+-]?\d$/;

/** Anything but a small number is left as it is, and told as an attribute that means nothing. */
export function readLooseness(tree: Root): void {
  eachElement(tree, ({ tagName, properties }) => {
    const { looseness } = properties;
    if (tagName !== "p" || !LINES.test(String(looseness ?? ""))) return undefined;
    properties.dataLooseness = String(Number(looseness));
    delete properties.looseness;
    return undefined;
  });
}

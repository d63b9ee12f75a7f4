/** The version of a paper that goes out again and again is the number of its issue. */
import type { Parents } from "hast";
import { visitElements } from "../hast/visit.js";

/** @param tree in which a block with `data-version` says which version it is: what was typed there counts no more. */
export function writeVersion(tree: Parents, issue: number): void {
  visitElements(tree, ({ properties }) => {
    if (properties.dataVersion !== undefined) properties.dataVersion = String(issue);
    return undefined;
  });
}

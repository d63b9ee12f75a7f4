/**
 * Sets the numbers of notes and the names of references apart from the direction of the letters beside them.
 *
 * A number joins a number or a Latin word that stands before it (UAX #9): the mark of a note on “123” in a
 * Hebrew sentence would stand at the right of it, before the word, and “Table 1” would run into what follows.
 */
import type { Parents } from "hast";
import { classNames } from "../hast/class-names.js";
import { visitElements, visitNodes } from "../hast/visit.js";
import type { Draft } from "./draft.js";
import { MADE_HERE } from "./links.js";
import { sectionTrees } from "./tree.js";

/** Letters that run from right to left, of Hebrew, Arabic and the scripts beside them. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;

export function isolateMarks(draft: Draft): void {
  for (const section of draft.sections) {
    for (const { tree } of sectionTrees(section)) if (hasBothDirections(tree)) isolateIn(tree);
  }
}

function hasBothDirections(tree: Parents): boolean {
  let found = false;
  visitNodes(tree, (node) => {
    found ||= node.type === "text" && RIGHT_TO_LEFT.test(node.value);
    return found ? "skip" : undefined;
  });
  return found;
}

/** By an attribute, because style sheets of ebooks may not say it (EPUB 3, 6.3.1.3). */
function isolateIn(tree: Parents): void {
  visitElements(tree, (element) => {
    const isMark = classNames(element.properties).some(
      (name) => MADE_HERE.has(name) || name === "page-reference",
    );
    if (isMark) element.properties.dir ??= "auto";
    return undefined;
  });
}

/**
 * Marks lists and quotations that stand deep in others, so that styles can indent them less: with each level
 * indented as the first, nothing would be left of the line.
 */
import type { ElementContent, Parents, RootContent } from "hast";
import { withClasses } from "../hast/class-names.js";

const INDENTED = new Set(["ul", "ol", "dl", "blockquote"]);

/** Levels that are indented as themes want it. */
const SHALLOW = 3;
/** Levels below them that are indented a little; more are not. */
const DEEP = 7;

/** Adds the classes `deep` and `deepest`, in place. */
export function markNesting(tree: Parents): void {
  markBelow(tree, 0);
}

function markBelow(parent: Parents, depth: number): void {
  for (const child of parent.children as (ElementContent | RootContent)[]) {
    if (child.type !== "element") continue;
    const own = INDENTED.has(child.tagName) ? depth + 1 : depth;
    if (own > SHALLOW && own > depth) {
      child.properties = withClasses(child.properties, own > SHALLOW + DEEP ? "deepest" : "deep");
    }
    markBelow(child, own);
  }
}

/** Rules above headings say what the headings say: many write one above each, and in a book it is a change of scene. */
import type { Element, Parents, RootContent } from "hast";
import type { Draft } from "./draft.js";
import { isHeading, sectionTrees } from "./tree.js";

export function dropIdleRules({ sections }: Draft): void {
  for (const { tree } of sections.flatMap(sectionTrees)) dropIn(tree);
}

/** @internal */
export function dropIn(tree: Parents): void {
  const children: RootContent[] = tree.children;
  tree.children = children.filter((node, at) => {
    if (node.type !== "element" || !isPlainRule(node)) return true;
    const next = children.slice(at + 1).find((each) => each.type === "element");
    return next === undefined || !isHeading(next);
  });
}

/** What has a class or a style may be more than a change of scene, and what has a name is linked. */
function isPlainRule({ tagName, properties }: Element): boolean {
  return tagName === "hr" && Object.keys(properties).length === 0;
}

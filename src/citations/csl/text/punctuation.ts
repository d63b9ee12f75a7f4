/** Marks of punctuation that meet where two parts of a citation join (CSL 1.0.2, "Affixes", "Delimiter"). */
import type { Element, ElementContent, Text } from "hast";
import type { Rich } from "./rich.js";

/** Pairs of which the second mark is left out. Marks within a part are the author's own. */
const KEEP_FIRST = new Set([
  "..",
  "::",
  ";;",
  ",,",
  "!!",
  "??",
  "!.",
  "!:",
  "?.",
  "?:",
  ":.",
  ";.",
  ";:",
  "….",
  "  ",
]);
/** Pairs of which the first mark is left out. */
const KEEP_SECOND = new Set([":!", ":?", ";!", ";?", " ,", " .", " ;"]);

/**
 * @param quotes whether `,` and `.` go inside quotation marks: `punctuation-in-quote`.
 * @returns a copy.
 */
export function punctuated(nodes: Rich, quotes: "inside" | "outside"): Rich {
  const copy = structuredClone(nodes) as ElementContent[];
  const leaves = leavesOf(copy);
  for (let at = 1; at < leaves.length; at++) settle(leaves, at);
  if (quotes === "inside") moveInside(copy);
  return copy;
}

function leavesOf(nodes: readonly ElementContent[]): Text[] {
  return nodes.flatMap((node): Text[] =>
    node.type === "text" ? [node] : node.type === "element" ? leavesOf(node.children) : [],
  );
}

/** Lets a text meet the one before it, and so on while marks fall away. */
function settle(leaves: readonly Text[], at: number): void {
  const leaf = leaves[at]!;
  for (;;) {
    let before = at - 1;
    while (before >= 0 && leaves[before]!.value === "") before--;
    const previous = leaves[before];
    if (!previous || leaf.value === "") return;
    const pair = previous.value.at(-1)!.replace("\u00A0", " ") + leaf.value[0]!;
    if (KEEP_FIRST.has(pair)) leaf.value = leaf.value.slice(1);
    else if (KEEP_SECOND.has(pair)) previous.value = previous.value.slice(0, -1);
    else return;
  }
}

/** “Title”, becomes “Title,”. What follows in the same field is the author’s own, and stays. */
function moveInside(nodes: readonly ElementContent[]): void {
  const order = walk(nodes);
  order.forEach((node, at) => {
    if (node.type !== "element" || node.tagName !== "q") return;
    const last = leavesOf(node.children).findLast(({ value }) => value !== "");
    if (!last || node.properties.dataFollowed) return;
    for (let mark = markAfter(order, at, node); mark; mark = markAfter(order, at, node)) {
      mark.leaf.value = mark.leaf.value.slice(1);
      if (!KEEP_FIRST.has(last.value.at(-1)! + mark.value)) last.value += mark.value;
    }
  });
}

function markAfter(
  order: readonly ElementContent[],
  at: number,
  quotation: Element,
): { leaf: Text; value: string } | undefined {
  const leaf = order
    .slice(at + 1)
    .find((each): each is Text => each.type === "text" && each.value !== "" && !isIn(each, quotation));
  const value = leaf && /^[.,!?]/.exec(leaf.value)?.[0];
  return leaf && value ? { leaf, value } : undefined;
}

function walk(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node) => (node.type === "element" ? [node, ...walk(node.children)] : [node]));
}

function isIn(leaf: Text, element: Element): boolean {
  return element.children.some((child) => child === leaf || (child.type === "element" && isIn(leaf, child)));
}

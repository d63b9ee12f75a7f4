/** Parses rendered HTML to a tree whose positions are places in the Markdown source. */
import type { Nodes, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { lastAtOrBelow, type Place, placeOf, type Source } from "../../source.js";
import { MARK, type Rendered } from "./render.js";

const HELD = new RegExp(`${MARK}(\\d+)${MARK}`, "g");
const UNFIT = /[\p{Cc}\uFFFE\uFFFF](?<![\t\n])/gu;

/** What `settle` needs to know besides the node. */
interface Settlement {
  readonly held: readonly string[];
  toPlace(offset: number | undefined, otherwise: Place): Place;
  finishText(text: string): string;
}

export function buildTree(rendered: Rendered, source: Source): Root {
  const { html, htmlStarts, sourceStarts, held } = rendered;
  const tree = fromHtml(html, { fragment: true });
  const isPlaced = htmlStarts.length > 0;
  settle(
    tree,
    {
      held,
      toPlace: (offset, otherwise) =>
        offset === undefined || !isPlaced
          ? otherwise
          : placeOf(source, sourceStarts[lastAtOrBelow(htmlStarts, offset)]!),
      // Control characters can only have come in as `&#1;` in an author's HTML.
      finishText: html.includes("&#") ? (text) => text.replace(UNFIT, "\uFFFD") : (text) => text,
    },
    { line: 1, column: 1 },
  );
  return tree;
}

/**
 * Puts places of the source and the held texts into a node and what it contains.
 *
 * @param around Where the node's parent begins: the place of what the HTML parser added.
 */
function settle(node: Nodes, settlement: Settlement, around: Place): void {
  const start = settlement.toPlace(node.position?.start.offset, around);
  node.position = { start, end: settlement.toPlace(node.position?.end.offset, start) };
  if (node.type === "text") node.value = settlement.finishText(release(node.value, settlement.held));
  if (node.type === "element" && node.content) {
    node.children.push(...(node.content.children as typeof node.children));
  }
  if ("children" in node) for (const child of node.children) settle(child, settlement, start);
}

/** Puts the texts in the place of their marks. */
function release(value: string, held: readonly string[]): string {
  return value.includes(MARK) ? value.replace(HELD, (_, index) => held[Number(index)] ?? "") : value;
}

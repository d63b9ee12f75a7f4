/** Scenes that are no longer in a script keep their number, and their place among the others. */
import type { Element, Root } from "hast";
import type { IssuedBlock } from "../model/issue.js";
import { blocksOf } from "./blocks.js";
import { compareBlocks } from "./compare.js";
import { element, insertBefore } from "./mark.js";

/** @param word what stands in the place of such a scene: `OMITTED`. */
export function keepOmitted(tree: Root, issued: readonly IssuedBlock[], word: string): void {
  const blocks = blocksOf(tree);
  const numbers = new Set(blocks.flatMap(({ element: { properties } }) => properties.dataNumber ?? []));
  const { gone } = compareBlocks(issued, blocks);
  // From the last one on: what is put in moves no place before it.
  for (const { block, before } of gone.toReversed()) {
    const number = numberOf(issued[block]!);
    if (number !== undefined && !numbers.has(number))
      insertBefore(tree, blocks[before]?.top, omitted(number, word));
  }
}

/** `12A` of a heading `12A INT. MILL - DAY`; headings without a number begin with a word. */
function numberOf({ kind, text }: IssuedBlock): string | undefined {
  const [number = ""] = /^\S+/.exec(text) ?? [];
  return kind === "scene-heading" && /\d/.test(number) ? number : undefined;
}

function omitted(number: string, word: string): Element {
  const label = element("span", { className: ["scene-number"] }, [{ type: "text", value: number }]);
  const properties = { className: ["scene-heading", "omitted"], dataNumber: number };
  return element("h2", properties, [label, { type: "text", value: ` ${word}` }]);
}

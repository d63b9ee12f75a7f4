/** The blocks of the sources in the order of the book, each with the words that it begins with. */
import type { Element, Nodes } from "hast";
import { EXIT, visit } from "unist-util-visit";
import type { Book } from "../model/book.js";
import { PLACED } from "./print-content.js";

export interface PlacedBlock {
  /** Id of the section that it stands in. */
  readonly section: string;
  /** `file:line:column`. */
  readonly source: string;
  readonly text: string;
}

/** More than enough to tell one paragraph from the next. */
const LENGTH = 120;

export function placedBlocks({ sections }: Book): PlacedBlock[] {
  const blocks: PlacedBlock[] = [];
  for (const { id, bodies } of sections) {
    for (const { file, tree } of bodies) {
      visit(tree, "element", (element) => {
        const start = element.position?.start;
        if (start === undefined || !PLACED.has(element.tagName)) return;
        const source = `${file}:${start.line}:${start.column}`;
        blocks.push({ section: id, source, text: beginning(element) });
      });
    }
  }
  return blocks;
}

function beginning(element: Element): string {
  let text = "";
  visit(element as Nodes, "text", ({ value }) => {
    text += value;
    return text.length < LENGTH ? undefined : EXIT;
  });
  return text.trim().slice(0, LENGTH);
}

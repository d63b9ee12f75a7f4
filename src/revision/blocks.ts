/** The blocks of a text: what is compared with what was issued. */
import type { Element, Parents, Root, RootContent } from "hast";
import { classNames } from "../hast/class-names.js";
import type { IssuedBlock } from "../model/issue.js";
import type { Manuscript } from "../model/manuscript.js";

export interface Block extends IssuedBlock {
  readonly element: Element;
  /** The child of the root, or of a note, that it is, or is in. */
  readonly top: Element;
  /** The list that has this child. */
  readonly within: RootContent[];
}

/** The kind of a block in a footnote. */
export const NOTE = "note";

/** Those of a text, and then those of its notes. */
export function blocksOfText({ tree, notes }: Pick<Manuscript, "tree" | "notes">): Block[] {
  const noted = [...notes.values()].flatMap(({ children }) => blocksIn(children));
  return [...blocksOf(tree), ...noted.map((block) => ({ ...block, kind: NOTE }))];
}

const BLOCKS = new Set("p h1 h2 h3 h4 h5 h6 li dt dd td th figcaption caption pre summary".split(" "));

/** All blocks with words of their own, in reading order. Blocks within blocks stand for themselves. */
export function blocksOf({ children }: Root): Block[] {
  return blocksIn(children);
}

function blocksIn(within: RootContent[]): Block[] {
  const blocks: Block[] = [];
  for (const top of within) if (top.type === "element") collect(top, { top, within }, blocks);
  return blocks;
}

function collect(element: Element, place: Pick<Block, "top" | "within">, blocks: Block[]): void {
  // Which version a paper is, is no part of what it says.
  if (element.properties.dataVersion !== undefined) return;
  if (BLOCKS.has(element.tagName)) {
    const text = ownText(element).trim();
    if (text !== "") blocks.push({ kind: kindOf(element), text, element, ...place });
  }
  for (const child of element.children) if (child.type === "element") collect(child, place, blocks);
}

/** In a script, what an element is stands in its first class. */
function kindOf({ tagName, properties }: Element): string {
  return classNames(properties).find((name) => /^[a-z][a-z-]*$/.test(name)) ?? tagName;
}

/** The words of a block without those of blocks within it; a line feed where a line ends. */
function ownText(parent: Parents): string {
  let text = "";
  for (const child of parent.children) {
    if (child.type === "text") text += child.value;
    else if (child.type === "element") {
      if (child.tagName === "br") text += "\n";
      else if (!BLOCKS.has(child.tagName)) text += ownText(child);
    }
  }
  return text;
}

/** True of what stands for itself within another block. */
export function isBlock({ tagName }: Element): boolean {
  return BLOCKS.has(tagName);
}

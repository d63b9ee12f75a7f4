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
  /** The element that it is in. */
  readonly parent?: Element;
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

function collect(element: Element, place: Omit<Block, "kind" | "text" | "element">, blocks: Block[]): void {
  // Which version a paper is, is no part of what it says.
  if (element.properties.dataVersion !== undefined) return;
  if (isShownFormula(element, place.parent)) {
    blocks.push({ kind: FORMULA, text: formulaText(element), element, ...place });
  } else if (BLOCKS.has(element.tagName)) {
    const text = ownText(element).trim();
    if (text !== "") blocks.push({ kind: kindOf(element), text, element, ...place });
  }
  for (const child of element.children)
    if (child.type === "element") collect(child, { ...place, parent: element }, blocks);
}

/** The kind of a formula that stands for itself. */
export const FORMULA = "formula";

const AROUND_FORMULAS = new Set(["div", "section", "blockquote", "figure", "aside"]);

function isShownFormula(element: Element, parent: Element | undefined): boolean {
  return isFormula(element) && (parent === undefined || AROUND_FORMULAS.has(parent.tagName));
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
      else if (isFormula(child)) text += formulaText(child);
      else if (!BLOCKS.has(child.tagName)) text += ownText(child);
    }
  }
  return text;
}

export function isFormula({ tagName, properties }: Element): boolean {
  return tagName === "math" && typeof properties.alttext === "string";
}

/** `$x_i$`: what was written, since the letters alone do not say it. */
export function formulaText({ properties }: Element): string {
  return `$${String(properties.alttext).replaceAll(/\s+/g, " ")}$`;
}

/** True of what stands for itself within another block. */
export function isBlock({ tagName }: Element): boolean {
  return BLOCKS.has(tagName);
}

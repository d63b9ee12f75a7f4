/** Goes along the words of a block and its parts at once: what is new is wrapped, what is gone is put in. */
import type { Element, ElementContent, Parents, Text } from "hast";
import { type Block, formulaText, isBlock, isFormula } from "./blocks.js";
import type { Part } from "./compare.js";

interface Walk {
  /** What has not been met yet, without empty ones. */
  readonly left: Part[];
  /** False as long as there were only blanks, which are in no part. */
  isBegun: boolean;
  readonly wrap: (text: Text) => Element;
}

/** @param parts of the text of the block, in order. Changes its element in place. */
export function wrapParts({ element }: Block, parts: readonly Part[], wrap: Walk["wrap"]): void {
  if (parts.every(({ kind }) => kind === "kept")) return;
  along(element, { left: parts.filter(({ text }) => text !== ""), isBegun: false, wrap });
}

function along(parent: Parents, walk: Walk): void {
  parent.children = (parent.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type === "text") return pieces(child, walk);
    if (child.type !== "element") return [child];
    if (child.tagName === "br") advance(walk, 1);
    else if (isFormula(child)) return aroundFormula(child, walk);
    else if (!isBlock(child)) along(child, walk);
    return [child];
  });
}

/** A formula is one word: the one that it was stands before it, and it is new as a whole. */
function aroundFormula(formula: Element, walk: Walk): ElementContent[] {
  walk.isBegun = true;
  const made: ElementContent[] = [];
  for (let part = walk.left[0]; part?.kind === "gone"; part = walk.left[0]) {
    made.push(deletion(part.text));
    walk.left.shift();
  }
  const isNew = walk.left[0]?.kind === "new";
  advance(walk, formulaText(formula).length);
  return [...made, isNew ? insertion([formula]) : formula];
}

function pieces(node: Text, walk: Walk): ElementContent[] {
  const blanks = walk.isBegun ? 0 : node.value.length - node.value.trimStart().length;
  walk.isBegun ||= blanks < node.value.length;
  const made: ElementContent[] = [{ ...node, value: node.value.slice(0, blanks) }];
  let rest = node.value.slice(blanks);
  for (let part = walk.left[0]; part && (rest !== "" || part.kind === "gone"); part = walk.left[0]) {
    if (part.kind === "gone") {
      made.push(deletion(part.text));
      walk.left.shift();
      continue;
    }
    const piece = rest.slice(0, part.text.length);
    const words = { ...node, value: piece };
    made.push(part.kind === "new" ? walk.wrap(words) : words);
    rest = rest.slice(piece.length);
    advance(walk, piece.length);
  }
  return [...made, { ...node, value: rest }].filter((each) => each.type !== "text" || each.value !== "");
}

/** Over letters of the text as it is now; what is gone on the way has no letters in it. */
function advance({ left }: Walk, letters: number): void {
  let count = letters;
  for (let part = left[0]; part && count > 0; part = left[0]) {
    const taken = part.kind === "gone" ? part.text.length : Math.min(count, part.text.length);
    if (part.kind !== "gone") count -= taken;
    const rest = part.text.slice(taken);
    left.splice(0, 1, ...(rest === "" ? [] : [{ ...part, text: rest }]));
  }
}

function deletion(text: string): Element {
  const children: ElementContent[] = [{ type: "text", value: text }];
  return { type: "element", tagName: "del", properties: {}, children };
}

export function insertion(children: ElementContent[]): Element {
  return { type: "element", tagName: "ins", properties: {}, children };
}

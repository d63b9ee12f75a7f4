/** Marks in a tree what is new in it and what is gone since it was issued. */
import type { Element, ElementContent, Root, Text } from "hast";
import { withClasses } from "../hast/class-names.js";
import type { IssuedBlock } from "../model/issue.js";
import type { Manuscript } from "../model/manuscript.js";
import { type Block, blocksOfText, FORMULA, NOTE } from "./blocks.js";
import { compareBlocks, compareWords, type Part } from "./compare.js";
import { insertion, wrapParts } from "./wrap-parts.js";

/** Puts `ins` and `del` around words, and blocks that are gone in their place, in a text and its notes. */
export function markWords(text: Pick<Manuscript, "tree" | "notes">, issued: readonly IssuedBlock[]): void {
  const blocks = blocksOfText(text);
  const comparison = compareBlocks(issued, blocks);
  blocks.forEach((block, index) => {
    const was = comparison.was[index];
    markBlock(
      block,
      was === undefined
        ? [{ kind: "new", text: block.text }]
        : compareWords(issued[was]!.text, block.text, block.kind === CODE ? "lines" : "words"),
    );
  });
  for (const { block, before } of comparison.gone) {
    const { kind, text: gone } = issued[block]!;
    const [next, last] = [blocks[before], blocks[before - 1]];
    if (kind === ITEM && putInList(gone, next, last)) continue;
    if (next !== undefined && isOfNote(next) === isOfNote({ kind })) putBefore(next, deleted(gone));
    else if (last !== undefined && isOfNote(last) && isOfNote({ kind })) last.within.push(deleted(gone));
    else text.tree.children.push(deleted(gone));
  }
}

/** What was in a note goes into one; where none is left, behind the text. */
function isOfNote({ kind }: Pick<IssuedBlock, "kind">): boolean {
  return kind === NOTE;
}

/** The kinds of a listing and of an item of a list. */
const [CODE, ITEM] = ["pre", "li"];

/** Among the items of the list that it was in. @returns false where there is none any more. */
function putInList(gone: string, next: Block | undefined, last: Block | undefined): boolean {
  const item: Element = { ...deleted(gone), tagName: ITEM };
  for (const [block, behind] of [
    [next, 0],
    [last, 1],
  ] as const) {
    if (block?.kind !== ITEM || block.parent === undefined) continue;
    const { children } = block.parent;
    children.splice(children.indexOf(block.element) + behind, 0, item);
    return true;
  }
  return false;
}

function putBefore({ within, top }: Block, made: Element): void {
  within.splice(within.indexOf(top), 0, made);
}

/**
 * Marks with the class `revised` what is new in a script: a word behind which something is gone is new, too, since
 * its line is another one.
 */
export function markScript(blocks: readonly Block[], issued: readonly IssuedBlock[]): void {
  const { was, gone } = compareBlocks(issued, blocks);
  const behindGone = new Set(gone.map(({ before }) => before));
  blocks.forEach((block, index) => {
    const before = was[index];
    if (before === undefined) reviseBlock(block, [{ kind: "new", text: block.text }]);
    else {
      const first: Part[] = behindGone.has(index) ? [{ kind: "gone", text: "" }] : [];
      reviseBlock(block, [...first, ...compareWords(issued[before]!.text, block.text)]);
    }
  });
}

function reviseBlock(block: Block, parts: readonly Part[]): void {
  let isGone = false;
  const ranges = parts.flatMap((part): Part[] => {
    if (part.kind === "gone") {
      isGone = true;
      return [];
    }
    const [word = ""] = isGone && part.kind === "kept" ? (/^\s*\S+/.exec(part.text) ?? []) : [];
    isGone = false;
    return [
      { kind: "new", text: word },
      { ...part, text: part.text.slice(word.length) },
    ];
  });
  // What is gone at the end has changed the last line.
  const last = ranges.at(-1);
  if (isGone && last?.kind === "kept") {
    const [word = ""] = /\S+\s*$/.exec(last.text) ?? [];
    ranges.splice(
      -1,
      1,
      { ...last, text: last.text.slice(0, last.text.length - word.length) },
      { kind: "new", text: word },
    );
  }
  wrapParts(block, ranges, revised);
}

function markBlock(block: Block, parts: readonly Part[]): void {
  if (block.kind === FORMULA) {
    if (parts.some(({ kind }) => kind === "new")) {
      block.element.properties = withClasses(block.element.properties, "inserted");
    }
    return;
  }
  wrapParts(block, parts, (text) => insertion([text]));
}

function revised(text: Text): Element {
  return element("span", { className: ["revised"] }, [text]);
}

function deleted(text: string): Element {
  return element("p", { className: ["deleted"] }, [element("del", {}, [{ type: "text", value: text }])]);
}

export function insertBefore(tree: Root, before: Element | undefined, made: Element): void {
  const at = before === undefined ? tree.children.length : tree.children.indexOf(before);
  tree.children.splice(at < 0 ? tree.children.length : at, 0, made);
}

export function element(
  tagName: string,
  properties: Element["properties"],
  children: ElementContent[],
): Element {
  return { type: "element", tagName, properties, children };
}

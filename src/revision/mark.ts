/** Marks in a tree what is new in it and what is gone since it was issued. */
import type { Element, ElementContent, Root } from "hast";
import type { IssuedBlock } from "../model/issue.js";
import { type Block, blocksOf } from "./blocks.js";
import { compareBlocks, compareWords, type Part } from "./compare.js";
import { wrapParts } from "./wrap-parts.js";

/** Puts `ins` and `del` around words, and blocks that are gone in their place, in a tree. */
export function markWords(tree: Root, issued: readonly IssuedBlock[]): void {
  const blocks = blocksOf(tree);
  const comparison = compareBlocks(issued, blocks);
  blocks.forEach((block, index) => {
    const was = comparison.was[index];
    markBlock(
      block,
      was === undefined ? [{ kind: "new", text: block.text }] : compareWords(issued[was]!.text, block.text),
    );
  });
  for (const { block, before } of [...comparison.gone].reverse()) {
    insertBefore(tree, blocks[before]?.top, deleted(issued[block]!.text));
  }
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
  wrapParts(block, parts, (text) => element("ins", {}, [{ type: "text", value: text }]));
}

function revised(text: string): Element {
  return element("span", { className: ["revised"] }, [{ type: "text", value: text }]);
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

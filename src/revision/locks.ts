/**
 * Notes on the blocks of a script where the pages of an issue began: `data-lock="12A 2 0"` is the page's name, the issue
 * that changed it last, and the offset in the block; several are divided by semicolons.
 */
import type { IssuedBlock, IssuedFile, IssuedPage } from "../model/issue.js";
import type { Block } from "./blocks.js";
import { compareBlocks, compareWords } from "./compare.js";

export type Lock = Pick<IssuedPage, "name" | "issue" | "offset">;

export function noteLocks(blocks: readonly Block[], { blocks: issued, pages }: IssuedFile): void {
  const { was, gone } = compareBlocks(issued, blocks);
  const now = new Map(
    was.flatMap((before, index) => (before === undefined ? [] : [[before, index] as const])),
  );
  const behind = new Map(gone.map(({ block, before }) => [block, before]));
  for (const page of pages) {
    const index = now.get(page.block);
    const at = blocks[index ?? behind.get(page.block) ?? blocks.length];
    if (at === undefined) continue;
    const offset = index === undefined ? 0 : offsetNow(issued[page.block]!, at, page.offset);
    const { dataLock } = at.element.properties;
    const lock = `${page.name} ${page.issue} ${offset}`;
    at.element.properties.dataLock = typeof dataLock === "string" ? `${dataLock};${lock}` : lock;
  }
}

/** Where the word stands now that stood at an offset. */
function offsetNow(issued: IssuedBlock, now: IssuedBlock, offset: number): number {
  let [before, after] = [0, 0];
  for (const { kind, text } of compareWords(issued.text, now.text)) {
    if (kind !== "new" && before + text.length > offset)
      return kind === "gone" ? after : after + offset - before;
    if (kind !== "new") before += text.length;
    if (kind !== "gone") after += text.length;
  }
  return after;
}

export function locksOf(value: unknown): Lock[] {
  if (typeof value !== "string") return [];
  return value.split(";").map((lock) => {
    const [name = "", issue = "", offset = ""] = lock.split(" ");
    return { name, issue: Number(issue), offset: Number(offset) };
  });
}

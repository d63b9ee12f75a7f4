/**
 * Compares a text with what was issued of it, and marks what has changed.
 *
 * A text that is just as it was issued last is that issue, and is compared with the one before; any other is on its way
 * to the next issue.
 */
import type { Root } from "hast";
import { cloneNodes, cloneTree } from "../hast/clone.js";
import { scriptWord } from "../language/script-words.js";
import type { Issue, IssuedBlock, IssuedFile, Revision } from "../model/issue.js";
import type { Manuscript } from "../model/manuscript.js";
import { isScript, scriptHeading } from "../script/units.js";
import { type Block, blocksOf, blocksOfText } from "./blocks.js";
import { noteLocks } from "./locks.js";
import { markScript, markWords } from "./mark.js";
import { keepOmitted } from "./omitted.js";
import { writeVersion } from "./versions.js";

/** @param language BCP 47, of the edition: what a page says by itself is in it. */
export function withChanges(
  manuscript: Manuscript,
  { changes, issues }: Revision,
  language: string,
): Manuscript {
  const last = fileIn(issues.at(-1), manuscript.file);
  if (last === undefined) return manuscript;
  const text = copyOf(manuscript);
  const { tree } = text;
  const isLast = isIssued(blocksOfText(text), last.blocks);
  writeVersion(tree, issues.length + (isLast ? 0 : 1));
  if (changes === "marked") {
    const base = isLast ? fileIn(issues.at(-2), manuscript.file) : last;
    if (base) markWords(text, base.blocks);
  } else if (changes === "starred" && isScript(tree.children)) {
    markChangedScript(tree, manuscript.file, issues, scriptWord(language, "omitted"));
  }
  return text;
}

function copyOf(manuscript: Manuscript): Manuscript {
  const notes = [...manuscript.notes].map(
    ([label, note]) => [label, { ...note, children: cloneNodes(note.children) }] as const,
  );
  return { ...manuscript, tree: cloneTree(manuscript.tree), notes: new Map(notes) };
}

/** The heading of the script says which issue it is: `data-issue`. */
function markChangedScript(tree: Root, file: string, issues: readonly Issue[], omitted: string): void {
  const last = fileIn(issues.at(-1), file)!;
  const issued = issues.flatMap((issue) => [fileIn(issue, file)?.blocks ?? []]);
  keepOmitted(tree, issued, omitted);
  const blocks = blocksOf(tree);
  const isLast = isIssued(blocks, last.blocks);
  noteLocks(blocks, last);
  const base = isLast ? fileIn(issues.at(-2), file) : last;
  if (base) markScript(blocks, base.blocks);
  const heading = scriptHeading(tree.children);
  if (heading) heading.properties.dataIssue = String(issues.length + (isLast ? 0 : 1));
}

function fileIn(issue: Issue | undefined, file: string): IssuedFile | undefined {
  return issue?.files.find((each) => each.file === file);
}

function isIssued(blocks: readonly Block[], issued: readonly IssuedBlock[]): boolean {
  const isSame = (block: Block, index: number) =>
    block.kind === issued[index]!.kind && block.text === issued[index]!.text;
  return blocks.length === issued.length && blocks.every(isSame);
}

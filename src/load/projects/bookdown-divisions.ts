/** Parts and appendices of a book of bookdown: headings in the texts say where they begin. */
import { posix } from "node:path";
import type { Folder } from "../../input/folder.js";
import { type DivisionHeading, divisionHeading } from "../../model/division-heading.js";
import type { Entry, Group, Outline } from "../outline/outline.js";
import { textIn } from "../outline/settings-file.js";

interface Division extends DivisionHeading {
  /** Counted from 1. */
  readonly line: number;
  /** It stands above all other headings of its text, which belongs to it then. */
  readonly isAbove: boolean;
}

/** @param entries chapters in their order, with their paths in the folder. */
export async function dividedOutline(entries: readonly Entry[], folder: Folder): Promise<Outline> {
  const groups: Group[] = [];
  let suffix: Entry[] | undefined;
  let open: { readonly entries: Entry[] } | undefined;
  const begin = ({ kind, title, line }: Division, file: string): void => {
    if (kind === "appendix") suffix ??= [];
    if (suffix !== undefined) return;
    const group = { part: title, location: { file, line, column: 1 }, entries: [] };
    groups.push(group);
    open = group;
  };
  for (const entry of entries) {
    const file = posix.normalize(entry.href);
    const text = (await textIn(file, folder)) ?? "";
    const divisions = divisionsIn(text);
    for (const each of divisions.filter(({ isAbove }) => isAbove)) begin(each, file);
    if (divisions.length > 0 && isNothingElse(text)) continue;
    if (suffix !== undefined) suffix.push(entry);
    else if (open === undefined) {
      open = { entries: [entry] };
      groups.push({ location: entry.location, ...open });
    } else open.entries.push(entry);
    for (const each of divisions.filter(({ isAbove }) => !isAbove)) begin(each, file);
  }
  return { prefix: [], groups, suffix: suffix ?? [] };
}

/** A text of such headings alone is no chapter. */
function isNothingElse(text: string): boolean {
  const rest = text.replace(/^---\r?\n[\s\S]*?\n---[ \t]*(?:\r?\n|$)/, "").split(/\r?\n/);
  return rest.every((line) => line.trim() === "" || divisionHeading(line) !== undefined);
}

function divisionsIn(text: string): Division[] {
  const divisions: Division[] = [];
  let fence: string | undefined;
  let isAbove = true;
  text.split(/\r?\n/).forEach((words, index) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(words)?.[1];
    if (mark !== undefined) fence = fence === undefined ? mark : mark.startsWith(fence) ? undefined : fence;
    if (fence !== undefined) return;
    const heading = divisionHeading(words);
    if (heading) divisions.push({ ...heading, line: index + 1, isAbove });
    else if (/^#[ \t]/.test(words)) isAbove = false;
  });
  return divisions;
}

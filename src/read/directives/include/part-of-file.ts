/**
 * The part of a file that an include names: `file.rs`, `file.rs:2`, `file.rs:2:10`, `file.rs::10`,
 * `file.rs:anchor` (https://rust-lang.github.io/mdBook/format/mdbook.html).
 */
import { splitLines } from "../lines.js";

export interface PartName {
  readonly path: string;
  /** What follows the path: two line numbers, or the name of an anchor. */
  readonly part: readonly string[];
}

const ANCHOR = /\bANCHOR(?:_END)?:\s*[\w-]+/;

export function readPartName(text: string): PartName {
  const [path = "", ...part] = text.split(":");
  return { path, part };
}

/** The lines of the part; undefined when the file has no such lines or no such anchor. */
export function partOfFile(content: string, part: readonly string[]): readonly string[] | undefined {
  const lines = splitLines(content.replace(/(?:\r\n?|\n)$/, ""));
  const [from, to] = part;
  if (from === undefined) return lines;
  if (/^\d*$/.test(from)) return lineRange(lines, from, to);
  return anchored(lines, from);
}

function lineRange(
  lines: readonly string[],
  from: string,
  to: string | undefined,
): readonly string[] | undefined {
  const start = from === "" ? 1 : Number(from);
  const only = from === "" ? lines.length : start;
  const end = to === undefined ? only : to === "" ? lines.length : Number(to);
  const found = lines.slice(Math.max(start - 1, 0), end);
  return found.length === 0 ? undefined : found;
}

/** What stands between `ANCHOR: name` and `ANCHOR_END: name`, without the marks of other anchors. */
function anchored(lines: readonly string[], name: string): readonly string[] | undefined {
  const isMark = (line: string, kind: string) =>
    line.match(new RegExp(`\\b${kind}:\\s*([\\w-]+)`))?.[1] === name;
  const start = lines.findIndex((line) => isMark(line, "ANCHOR"));
  if (start < 0) return undefined;
  const end = lines.findIndex((line, index) => index > start && isMark(line, "ANCHOR_END"));
  return lines.slice(start + 1, end < 0 ? undefined : end).filter((line) => !ANCHOR.test(line));
}

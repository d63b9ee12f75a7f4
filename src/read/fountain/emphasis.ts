/**
 * Emphasis within a line: `*italics*`, `**bold**`, `***both***`, `_underline_`, with a backslash for a mark that is
 * none. What is opened and not closed in its line is a letter like any other (Fountain 1.1, Emphasis).
 */
import type { ElementContent } from "hast";

/** Words, or an element of words, by the offset of its first letter in the line. */
export type Inline =
  | { readonly kind: "text"; readonly text: string; readonly at: number }
  | { readonly kind: Tag; readonly at: number; readonly children: readonly Inline[] };

type Tag = "em" | "strong" | "u";

interface Open {
  readonly mark: string;
  readonly at: number;
  readonly children: Inline[];
}

const MARKS = /\\([*_\\[\]/~@!.#=<>^()])|\*{1,3}|_/g;
const TAGS: Readonly<Record<string, readonly Tag[]>> = {
  _: ["u"],
  "*": ["em"],
  "**": ["strong"],
  "***": ["strong", "em"],
};

export function inlineOf(line: string): Inline[] {
  const open: Open[] = [{ mark: "", at: 0, children: [] }];
  let done = 0;
  const addText = (to: number) => {
    if (to > done) open.at(-1)!.children.push({ kind: "text", text: line.slice(done, to), at: done });
  };
  for (const { 0: found, 1: escaped, index } of line.matchAll(MARKS)) {
    addText(index);
    done = index;
    if (escaped !== undefined) done += 1;
    else if (takeMark(open, found, index, line)) done += found.length;
  }
  addText(line.length);
  while (open.length > 1) giveUp(open);
  return joined(open[0]!.children);
}

/** @returns false when the mark is plain text. */
function takeMark(open: Open[], found: string, at: number, line: string): boolean {
  const before = line[at - 1] ?? " ";
  const after = line[at + found.length] ?? " ";
  // Within a word an underscore is one: `a_file_name`.
  const isWord = (letter: string) => found === "_" && /[\p{L}\p{N}]/u.test(letter);
  if (/\S/.test(before) && !isWord(after) && close(open, found, at)) return true;
  if (!/\S/.test(after) || isWord(before)) return false;
  open.push({ mark: found, at, children: [] });
  return true;
}

/** Closes what the mark closes, which may be several: `***` ends `**` and `*`. */
function close(open: Open[], found: string, at: number): boolean {
  const wanted = [...matching(open, found)];
  if (wanted.length === 0) return false;
  for (const level of wanted) {
    while (open.length - 1 > level) giveUp(open);
    const { mark, at: start, children } = open.pop()!;
    if (start + mark.length === at) continue;
    const made = TAGS[mark]!.reduceRight<readonly Inline[]>(
      (inner, kind) => [{ kind, at: start, children: inner }],
      joined(children),
    );
    open.at(-1)!.children.push(...made);
  }
  return true;
}

/** The open marks that together are the one found, from the inside out; none when they do not add up. */
function matching(open: readonly Open[], found: string): number[] {
  const levels: number[] = [];
  let left = found.length;
  for (let level = open.length - 1; level > 0 && left > 0; level -= 1) {
    const { mark } = open[level]!;
    if (mark[0] !== found[0] || mark.length > left) continue;
    levels.push(level);
    left -= mark.length;
  }
  return left === 0 ? levels : [];
}

/** What was never closed is text. */
function giveUp(open: Open[]): void {
  const { mark, at, children } = open.pop()!;
  open.at(-1)!.children.push({ kind: "text", text: mark, at }, ...children);
}

function joined(nodes: readonly Inline[]): Inline[] {
  const made: Inline[] = [];
  for (const node of nodes) {
    const last = made.at(-1);
    if (node.kind === "text" && last?.kind === "text")
      made[made.length - 1] = { ...last, text: last.text + node.text };
    else made.push(node);
  }
  return made;
}

/** A line without its marks. */
export function plainLine(line: string): string {
  return inlineOf(line).map(plain).join("");
}

function plain(node: Inline): string {
  return node.kind === "text" ? node.text : node.children.map(plain).join("");
}

/** @param place gives each node its place, by its offset in the line. */
export function toNodes(nodes: readonly Inline[], place: (at: number) => object): ElementContent[] {
  return nodes.map((node): ElementContent => {
    if (node.kind === "text") return { type: "text", value: node.text, ...place(node.at) };
    const children = toNodes(node.children, place);
    return { type: "element", tagName: node.kind, properties: {}, children, ...place(node.at) };
  });
}

/** Finds an environment of LaTeX in the lines of a text: `\begin{name}` … `\end{name}`. */
import { closingOf } from "./arguments.js";

export interface Environment {
  readonly name: string;
  /** What stands in braces and brackets behind the beginning. */
  readonly args: readonly string[];
  readonly options: readonly string[];
  /** What it holds, with the line on which that begins: 0 is the line of the beginning. */
  readonly content: string;
  readonly line: number;
  /** Lines from the beginning to the end. */
  readonly length: number;
}

const BEGIN = /^\\begin\{([A-Za-z]+\*?)\}/;

const BORDER = /\\(begin|end)\{([A-Za-z]+\*?)\}/g;

/** Where the environments of a text begin that end somewhere in it. */
export function closedEnvironments(text: string): ReadonlySet<number> {
  const closed = new Set<number>();
  const open = new Map<string, number[]>();
  for (const { 1: border, 2: name = "", index } of text.matchAll(BORDER)) {
    const starts = open.get(name) ?? [];
    open.set(name, starts);
    if (border === "begin") starts.push(index);
    else if (starts.length > 0) closed.add(starts.pop()!);
  }
  return closed;
}

export function environmentName(line: string): string | undefined {
  return BEGIN.exec(line)?.[1];
}

/** The environment that begins with the first line, if it ends on a line that has nothing else behind its end. */
export function readEnvironment(lineAt: (index: number) => string | undefined): Environment | undefined {
  const name = environmentName((lineAt(0) ?? "").trim());
  if (name === undefined) return undefined;
  const begin = `\\begin{${name}}`;
  const end = `\\end{${name}}`;
  const lines: string[] = [];
  let depth = 0;
  for (let line = lineAt(0); line !== undefined; line = lineAt(lines.length)) {
    lines.push(line);
    depth += countOf(line, begin) - countOf(line, end);
    if (depth > 0) continue;
    const text = lines.join("\n");
    const close = text.lastIndexOf(end);
    const behind = text.slice(close + end.length).replace(/%.*$/, "");
    if (behind.trim() !== "") return undefined;
    return contentOf(name, text.slice(text.indexOf(begin) + begin.length, close), lines.length);
  }
  return undefined;
}

function countOf(line: string, part: string): number {
  return line.split(part).length - 1;
}

function contentOf(name: string, text: string, length: number): Environment {
  const args: string[] = [];
  const options: string[] = [];
  let at = 0;
  for (;;) {
    const sign = text[at];
    if (sign !== "[" && sign !== "{") break;
    const close = closingOf(text, at, sign === "[" ? "]" : "}");
    if (close === undefined) break;
    (sign === "[" ? options : args).push(text.slice(at + 1, close));
    at = close + 1;
  }
  const [blank] = /^\s*(?:%[^\n]*)?\n?/.exec(text.slice(at))!;
  const start = at + blank.length;
  return {
    name,
    args,
    options,
    content: text.slice(start).trimEnd(),
    line: text.slice(0, start).split("\n").length - 1,
    length,
  };
}

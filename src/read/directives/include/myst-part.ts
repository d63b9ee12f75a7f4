/** Which part of a file an include of MyST means, by its options. */
import { ALL_LINES } from "./syntax.js";

type Options = ReadonlyMap<string, string>;

/**
 * @param edges `in-lines`: what a part is between may stand within lines, as docutils has it for texts; `whole-lines`:
 * it begins and ends with lines, as Sphinx has it for code.
 * @returns undefined when there is no such part.
 */
export function selected(
  content: string,
  options: Options,
  edges: "in-lines" | "whole-lines",
): readonly string[] | undefined {
  const sliced = ALL_LINES(content).slice(number(options, "start-line"), number(options, "end-line"));
  const object = options.get("pyobject");
  const named = object === undefined ? sliced : pythonObject(sliced, object);
  const between =
    named && (edges === "in-lines" ? betweenTexts(named, options) : betweenLines(named, options));
  const lines = options.get("lines");
  const found = between && lines !== undefined ? chosen(between, lines) : between;
  if (found === undefined || found.length === 0) return undefined;
  const dedent = options.get("dedent");
  const moved = dedent === undefined ? found : dedented(found, dedent);
  return [...given(options, "prepend"), ...moved, ...given(options, "append")];
}

/** The number of the first line that is meant, if the options say it by themselves. */
export function firstLine(options: Options): number {
  return Number(/\d+/.exec(options.get("lines") ?? "")?.[0] ?? (number(options, "start-line") ?? 0) + 1);
}

function number(options: Options, name: string): number | undefined {
  const value = options.get(name);
  return value !== undefined && /^-?\d+$/.test(value) ? Number(value) : undefined;
}

function given(options: Options, name: string): readonly string[] {
  const text = options.get(name);
  return text ? [text] : [];
}

/** `start-after`, `end-before`: texts that the part stands between. */
function betweenTexts(lines: readonly string[], options: Options): readonly string[] | undefined {
  const text = lines.join("\n");
  const [after, before] = [options.get("start-after"), options.get("end-before")];
  const start = after === undefined ? 0 : text.indexOf(after);
  if (start < 0) return undefined;
  const from = start + (after?.length ?? 0);
  const end = before === undefined ? text.length : text.indexOf(before, from);
  return end < 0 ? undefined : text.slice(from, end).split("\n");
}

/** `start-at`, `start-after`, `end-at`, `end-before`: words of the lines that the part begins and ends with. */
function betweenLines(lines: readonly string[], options: Options): readonly string[] | undefined {
  const first = options.get("start-at") ?? options.get("start-after");
  const begin = first === undefined ? 0 : lines.findIndex((line) => line.includes(first));
  if (begin < 0) return undefined;
  const from = first === undefined || options.has("start-at") ? begin : begin + 1;
  const last = options.get("end-at") ?? options.get("end-before");
  if (last === undefined) return lines.slice(from);
  // The line that it begins with may have the same words.
  const end = lines.findIndex((line, index) => index >= Math.max(from, begin + 1) && line.includes(last));
  if (end < 0) return undefined;
  return lines.slice(from, options.has("end-at") ? end + 1 : end);
}

/** `1,3,5-10,20-`; lines that are not there are passed over. */
function chosen(lines: readonly string[], list: string): readonly string[] {
  return list.split(",").flatMap((part) => {
    const [, first = "", dash, last = ""] = /^\s*(\d*)\s*(-?)\s*(\d*)\s*$/.exec(part) ?? [];
    if (first === "" && last === "") return [];
    const from = Number(first || 1);
    return lines.slice(from - 1, dash ? (last === "" ? undefined : Number(last)) : from);
  });
}

/** A number of columns, or without one the blanks that all lines begin with. */
function dedented(lines: readonly string[], by: string): readonly string[] {
  const indents = lines.filter((line) => line.trim() !== "").map((line) => /^[ \t]*/.exec(line)![0].length);
  const common = indents.reduce((least, each) => Math.min(least, each), Infinity);
  const count = Math.min(by === "" ? common : Number(by) || 0, common);
  return lines.map((line) => line.slice(Math.min(count, line.length)));
}

/** A class, a function, or a method, `Tide.ebb`, with its decorators. */
function pythonObject(lines: readonly string[], path: string): readonly string[] | undefined {
  const [name = "", ...inner] = path.split(".");
  const begins = (line: string) => /^[ \t]*(?:class|(?:async[ \t]+)?def)[ \t]+(\w+)/.exec(line)?.[1] === name;
  const at = lines.findIndex(begins);
  if (at < 0) return undefined;
  const indent = /^[ \t]*/.exec(lines[at]!)![0].length;
  const isInside = (line: string) => line.trim() === "" || /^[ \t]*/.exec(line)![0].length > indent;
  let end = at + 1;
  while (end < lines.length && (isInside(lines[end]!) || /^\s*\)/.test(lines[end]!))) end += 1;
  while (lines[end - 1]!.trim() === "") end -= 1;
  if (inner.length > 0) return pythonObject(lines.slice(at + 1, end), inner.join("."));
  let start = at;
  while (start > 0 && /^[ \t]*@/.test(lines[start - 1]!)) start -= 1;
  return lines.slice(start, end);
}

/** Writes a notebook as Markdown: its words as they are, its code as listings, what the code has given as it is kept. */
import { optionsAbove } from "../markdown/syntax/quarto/chunk-options.js";
import type { Bundle, Cell, Notebook, Output } from "./notebook.js";

export interface WrittenNotebook {
  readonly text: string;
  /** For each line the cell that it comes from, and the line of the cell, both from 0. */
  readonly origins: readonly { readonly cell: number; readonly line: number }[];
}

export function writtenNotebook({ cells, language }: Notebook): WrittenNotebook {
  const lines: string[] = [];
  const origins: { cell: number; line: number }[] = [];
  for (const [index, cell] of cells.entries()) {
    for (const { text, line } of [...written(cell, language), { text: "", line: 0 }]) {
      lines.push(text);
      origins.push({ cell: index, line });
    }
  }
  return { text: lines.join("\n"), origins };
}

interface WrittenLine {
  readonly text: string;
  readonly line: number;
}

function written(cell: Cell, language: string): readonly WrittenLine[] {
  if (isTagged(cell, "remove-cell", "hide-cell", "remove_cell")) return [];
  if (cell.kind === "markdown") return numbered(cell.lines.map((line) => withAttachments(line, cell)));
  if (cell.kind === "raw") return rawLines(cell);
  const { options, skipped } = optionsAbove(cell.lines);
  const code = numbered(cell.lines).slice(skipped);
  if (options.get("include") === "false") return [];
  const isShown =
    options.get("echo") !== "false" && !isTagged(cell, "remove-input", "remove_input", "hide-input");
  const hasOutputs =
    !/^(?:false|asis)$/.test(options.get("output") ?? "") &&
    !isTagged(cell, "remove-output", "remove_output", "hide-output");
  const source = isShown && code.some(({ text }) => text.trim() !== "") ? fenced(code, language) : [];
  const last = cell.lines.length - 1;
  const outputs = hasOutputs ? cell.outputs.flatMap((output) => ["", ...outputLines(output, options)]) : [];
  return [...source, ...outputs.map((text) => ({ text, line: last }))];
}

function isTagged({ tags }: Cell, ...names: readonly string[]): boolean {
  return names.some((name) => tags.includes(name));
}

/** What is meant for another format than a book is left out, as by the tool; without a format it is text. */
function rawLines({ lines, format }: Cell): readonly WrittenLine[] {
  const isMatter = lines[0]?.trim() === "---" && lines.at(-1)?.trim() === "---";
  if (isMatter || /markdown|html/.test(format)) return numbered(lines);
  return format === "" || format === "text/plain" ? fenced(numbered(lines), "") : [];
}

function numbered(lines: readonly string[]): WrittenLine[] {
  return lines.map((text, line) => ({ text, line }));
}

/** `![](attachment:moon.png)`: the picture is kept with the cell. */
function withAttachments(line: string, { attachments }: Cell): string {
  return line.replace(/attachment:([^)\s"'>]+)/g, (whole, name: string) => {
    const bundle = attachments[name] ?? attachments[decoded(name)];
    return (bundle && pictureAddress(bundle)) ?? whole;
  });
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function fenced(lines: readonly WrittenLine[], language: string): WrittenLine[] {
  const mark = fenceFor(lines.map(({ text }) => text).join("\n"));
  const first = lines[0]?.line ?? 0;
  const last = lines.at(-1)?.line ?? 0;
  return [{ text: mark + language, line: first }, ...lines, { text: mark, line: last }];
}

/** Longer than any in the text. */
function fenceFor(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  return "`".repeat(longest + 1);
}

function outputLines(output: Output, options: ReadonlyMap<string, string>): readonly string[] {
  if (output.kind === "text") return listing(output.text);
  const { data } = output;
  const picture = pictureAddress(data);
  if (picture !== undefined) return [image(picture, data, options)];
  if (data["text/markdown"]) return data["text/markdown"].split("\n");
  const html = data["text/html"];
  // Scripts draw what they show: the plain text is all that a page can have.
  if (html && !/<script\b/i.test(html)) return htmlLines(html);
  if (data["text/latex"]) return data["text/latex"].split("\n");
  return listing(data["text/plain"] ?? "");
}

function listing(text: string): readonly string[] {
  const shown = text.replace(/\n+$/, "");
  if (shown.trim() === "") return [];
  const mark = fenceFor(shown);
  return [`${mark}text`, ...shown.split("\n"), mark];
}

/** A block of HTML ends with a blank line; its own styles are for a screen. */
function htmlLines(html: string): readonly string[] {
  const lines = html.replace(/<style\b[\s\S]*?<\/style\s*>/gi, "").split("\n");
  return lines.filter((line) => line.trim() !== "");
}

const PICTURES = ["image/svg+xml", "image/png", "image/jpeg", "image/gif", "image/webp"];

function pictureAddress(bundle: Bundle): string | undefined {
  const type = PICTURES.find((each) => bundle[each]);
  if (type === undefined) return undefined;
  const content = bundle[type]!;
  const isText = type === "image/svg+xml" && content.includes("<");
  const base64 = isText ? Buffer.from(content).toString("base64") : content.replace(/\s+/g, "");
  return `data:${type};base64,${base64}`;
}

/** With the caption that Quarto's option says, it is a figure; the plain text stands for what nobody describes. */
function image(address: string, data: Bundle, options: ReadonlyMap<string, string>): string {
  const words = (data["text/plain"] ?? "").replace(/^<|>$|\n[\s\S]*/g, "");
  const caption = options.get("fig-cap");
  const alt = escaped(options.get("fig-alt") ?? caption ?? words);
  const img = `<img src="${address}" alt="${alt}">`;
  if (caption === undefined) return `<p>${img}</p>`;
  const id = options.get("label");
  const named = id === undefined ? "" : ` id="${escaped(id)}"`;
  return `<figure${named}>${img}<figcaption>${escaped(caption)}</figcaption></figure>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

/**
 * Commands of LaTeX in a line of text: `\index{…}`, `\ref{…}`, `\textbf{…}` and others that a book can follow.
 *
 * Only those are read that are known here: a path such as `C:\small` and what else has a backslash in it stays text.
 * What sets a page and is none of a book's own (`\noindent`, `\vspace{…}`) is left out, as in Pandoc's EPUB, and
 * told once.
 */
import type { MarkdownIt, StateInline, Token } from "markdown-it";
import { contextOf, type PlacedToken } from "../../context.js";
import { reportOnce } from "../../report-once.js";
import { pushMarkdown } from "../markdown-within.js";
import { pushReference } from "../reference-token.js";
import { readCommand, type TexArgument, type TexCommand } from "./arguments.js";
import { argumentsOf, CITATIONS, isLayout, REFERENCES, STYLES, WORDS } from "./commands.js";
import { indexEntry } from "./index-entry.js";

export function texInline(md: MarkdownIt): void {
  md.inline.ruler.before("escape", "tex", readInline);
  md.renderer.rules.tex_left_out = (tokens, index, _options, env) => {
    const { content, start = 0 }: PlacedToken = tokens[index]!;
    const message = `\`${content}\` of LaTeX says how pages are set; it is left out`;
    reportOnce(contextOf(env), "raw-left-out", "layout", message, start, "Remove it, or leave it to LaTeX");
    return "";
  };
}

function readInline(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src.charCodeAt(pos) !== 0x5c || !/[A-Za-z]/.test(src[pos + 1] ?? "")) return false;
  const command = readCommand(src, pos, argumentsOf);
  if (!command || command.end > posMax || !standsAlone(src, pos, command)) return false;
  if (!silent) push(state, command);
  state.pos = command.end;
  // A name takes the blanks behind it.
  if (isLayout(command.name)) while (/[ \t]/.test(src[state.pos] ?? "")) state.pos++;
  return true;
}

/** True for one command that is a part of the text. */
export function isKnownCommand(text: string): boolean {
  const whole = text.trim();
  const command = readCommand(whole, 0, argumentsOf);
  return command !== undefined && command.end === whole.length && !isLayout(command.name);
}

/** A name without braces may be a part of a path, or of what a program prints. */
function standsAlone(src: string, start: number, { args, end }: TexCommand): boolean {
  if (args.length > 0 || src[end - 1] === "}") return true;
  return !/[\w:\\/.]/.test(src[start - 1] ?? "") && !/[\w\\/]/.test(src[end] ?? "");
}

function push(state: StateInline, command: TexCommand): void {
  const { name, args } = command;
  const [first] = args;
  const style = STYLES[name];
  // A tie holds the number to its word: `Figure~\ref{fig-weir}`.
  if (REFERENCES[name] !== undefined || CITATIONS[name] !== undefined)
    state.pending = state.pending.replace(/~$/, "\u00a0");
  if (style && first) pushStyle(state, style, first);
  else if (name === "index") pushIndex(state, first!.text);
  else if (name === "label") pushEmpty(state, { id: first!.text.trim() });
  else if (name === "footnote") pushNote(state, first!);
  else if (name === "url" || name === "href") pushLink(state, first!.text, args[1] ?? first!);
  else if (REFERENCES[name] !== undefined)
    pushReferences(state, name, first!.text, state.src.slice(state.pos, command.end));
  else if (CITATIONS[name] !== undefined) pushCitation(state, command);
  else if (WORDS[name] !== undefined) state.push("text", "", 0).content = WORDS[name];
  else state.push("tex_left_out", "", 0).content = `\\${name}`;
}

function pushStyle(
  state: StateInline,
  { tag, className }: { readonly tag: string; readonly className?: string },
  content: TexArgument,
): void {
  const open = state.push("tex_style_open", tag, 1);
  if (className !== undefined) open.attrSet("class", className);
  tokenize(state, content);
  state.push("tex_style_close", tag, -1);
}

/** Reads what stands in braces like any other text of the line. */
function tokenize(state: StateInline, { text, start }: TexArgument): void {
  const { pos, posMax } = state;
  state.pos = start;
  state.posMax = start + text.length;
  state.md.inline.tokenize(state);
  state.pos = pos;
  state.posMax = posMax;
}

function pushEmpty(state: StateInline, attributes: Readonly<Record<string, string>>): Token {
  const open = state.push("span_open", "span", 1);
  for (const [name, value] of Object.entries(attributes)) open.attrSet(name, value);
  state.push("span_close", "span", -1);
  return open;
}

function pushIndex(state: StateInline, text: string): void {
  const { attributes, isMain } = indexEntry(text);
  pushEmpty(state, { class: isMain ? "index main" : "index", ...attributes });
}

function pushNote(state: StateInline, { text, start }: TexArgument): void {
  const token: PlacedToken = state.push("note_reference", "", 0);
  token.children = [];
  token.content = text;
  // As if it were written `^[…]`.
  token.start = start - 2;
  state.md.inline.parse(text, state.md, state.env, token.children);
}

function pushLink(state: StateInline, address: string, words: TexArgument): void {
  const open = state.push("link_open", "a", 1);
  open.attrSet("href", address.trim().replace(/\\([%#&_])/g, "$1"));
  if (words.text.trim() === address.trim()) {
    state.push("text", "", 0).content = address.trim();
  } else tokenize(state, words);
  state.push("link_close", "a", -1);
}

/** `\cref{a,b}` leads to several places. */
function pushReferences(state: StateInline, name: string, text: string, whole: string): void {
  const labels = text.split(",").map((label) => label.trim());
  for (const [index, label] of labels.entries()) {
    if (index > 0) state.push("text", "", 0).content = ", ";
    if (name === "eqref") state.push("text", "", 0).content = "(";
    pushReference(state, label, REFERENCES[name]!, labels.length === 1 ? whole : label);
    if (name === "eqref") state.push("text", "", 0).content = ")";
  }
}

/** As `[@a; @b]` and `@a` are written. */
function pushCitation(state: StateInline, { name, args, options }: TexCommand): void {
  const keys = args[0]!.text.split(",").map((key) => key.trim());
  const [before, after] = options.length > 1 ? options : [undefined, options[0]];
  const mode = CITATIONS[name]!;
  const parts = keys.map((key, index) => {
    const prefix = index === 0 && before ? `${before} ` : "";
    const suffix = index === keys.length - 1 && after ? `, ${after}` : "";
    return `${prefix}@${key}${suffix}`;
  });
  const inText = after ? `@${keys[0]} [${after}]` : `@${keys[0]}`;
  const text = mode === "in-text" && keys.length === 1 ? inText : `[${parts.join("; ")}]`;
  pushMarkdown(state, text);
}

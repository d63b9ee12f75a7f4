/**
 * Citations, as in Pandoc: `[@key]`, `[see @a, p. 3; @b]`, `[-@key]` without the author, `@key` and
 * `@key [p. 3]` in a sentence. `\@` is no citation.
 *
 * Which keys there are is known when a book is composed, so a citation becomes spans here whose
 * text is what was written: where an edition has no bibliography, it reads like that.
 */
import type { MarkdownIt, StateInline } from "markdown-it";
import { REFERENCE_KINDS } from "../../../model/reference-kinds.js";
import type { PlacedToken } from "../context.js";
import { readAttributeList } from "./attribute-list.js";

const KEY = String.raw`(?:[\p{L}\p{N}_](?:[:.#$%&\-+?<>~/]*[\p{L}\p{N}_])*|\{[^\s{}]+\})`;
const CITE = new RegExp(`(-?)@(${KEY})`, "uy");
/** Those of Quarto and of pandoc-crossref. */
const CROSS_REFERENCE = new RegExp(`^(?:${REFERENCE_KINDS})[-:]`, "i");

interface Part {
  readonly start: number;
  readonly end: number;
  /** Where the key stands, with `-` and `@`, and the bracket of a locator in a sentence. */
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly key: string;
}

export function citation(md: MarkdownIt): void {
  md.inline.ruler.before("span_open", "citation", readGroup);
  md.inline.ruler.before("span_open", "citation_in_text", readInText);
}

function readGroup(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x5b || !state.src.includes("@", state.pos)) return false;
  const end = state.md.helpers.parseLinkLabel(state, state.pos);
  if (end < 0 || readAttributeList(state.src, end + 1)) return false;
  const parts = splitParts(state, state.pos + 1, end);
  if (!parts) return false;
  if (!silent) pushGroup(state, parts, "parenthetical", end);
  state.pos = end + 1;
  return true;
}

/** Each part between semicolons must have a key. */
function splitParts(state: StateInline, from: number, to: number): Part[] | undefined {
  const parts: Part[] = [];
  let start = from;
  while (start <= to) {
    const end = endOfPart(state.src, start, to);
    const part = readPart(state.src, start, end);
    if (!part) return undefined;
    parts.push(part);
    start = end + 1;
  }
  return parts;
}

function endOfPart(src: string, start: number, to: number): number {
  let depth = 0;
  for (let at = start; at < to; at++) {
    const character = src[at]!;
    if (character === "\\") at++;
    else if (character === "[" || character === "{") depth++;
    else if (character === "]" || character === "}") depth--;
    else if (character === ";" && depth === 0) return at;
  }
  return to;
}

function readPart(src: string, start: number, end: number): Part | undefined {
  for (let at = start; at < end; at++) {
    const character = src[at]!;
    if (character === "\\" || character === "`") return undefined;
    if (character !== "@" && !(character === "-" && src[at + 1] === "@")) continue;
    const cite = citeAt(src, at, end);
    if (cite) return { start, end, keyStart: at, keyEnd: cite.end, key: cite.key };
    if (character === "-") at++;
  }
  return undefined;
}

function citeAt(src: string, at: number, limit: number): { key: string; end: number } | undefined {
  if (at > 0 && /[\p{L}\p{N}]/u.test(src[at - 1]!)) return undefined;
  CITE.lastIndex = at;
  const match = CITE.exec(src);
  if (!match || CITE.lastIndex > limit || CROSS_REFERENCE.test(match[2]!)) return undefined;
  return { key: match[2]!.replace(/^\{|\}$/g, ""), end: CITE.lastIndex };
}

function readInText(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x40) return false;
  const cite = citeAt(state.src, state.pos, state.posMax);
  if (!cite) return false;
  const locator = readInTextLocator(state, cite.end);
  if (!silent) {
    const { pos } = state;
    const [keyEnd, end] = locator ? [locator.start, locator.end] : [cite.end, cite.end];
    pushGroup(state, [{ start: pos, end, keyStart: pos, keyEnd, key: cite.key }], "in-text", end);
  }
  state.pos = locator ? locator.end + 1 : cite.end;
  return true;
}

/** `[p. 3]` after a key in the sentence; the bracket is not that of a link or span. */
function readInTextLocator(state: StateInline, from: number): { start: number; end: number } | undefined {
  const open = /^ ?\[(?![@^-])/.exec(state.src.slice(from, from + 3));
  if (!open) return undefined;
  const start = from + open[0].length - 1;
  const end = state.md.helpers.parseLinkLabel(state, start);
  const next = state.src[end + 1];
  if (end < 0 || next === "(" || next === "{" || next === "[") return undefined;
  const isLocator = /^\[[^@]*\d[^@]*\]$/.test(state.src.slice(start, end + 1));
  return isLocator ? { start: start + 1, end } : undefined;
}

function pushGroup(
  state: StateInline,
  parts: readonly Part[],
  mode: "parenthetical" | "in-text",
  end: number,
): void {
  const open = state.push("citation_open", "span", 1);
  open.attrSet("data-citation", mode);
  const { posMax } = state;
  if (mode === "parenthetical") pushText(state, "[", state.pos);
  parts.forEach((part, index) => {
    if (index > 0) pushText(state, ";", part.start - 1);
    const cite = state.push("cite_open", "span", 1);
    cite.attrSet("data-cite", part.key);
    tokenize(state, part.start, part.keyStart);
    const key: PlacedToken = state.push("cite_key_open", "span", 1);
    key.start = part.keyStart;
    key.attrSet("data-cite-key", state.src[part.keyStart] === "-" ? "without-author" : "with-author");
    pushText(state, state.src.slice(part.keyStart, part.keyEnd), part.keyStart);
    state.push("cite_key_close", "span", -1);
    tokenize(state, part.keyEnd, part.end);
    state.push("cite_close", "span", -1);
  });
  if (mode === "parenthetical" || state.src[end] === "]") pushText(state, "]", end);
  state.posMax = posMax;
  state.push("citation_close", "span", -1);
}

function pushText(state: StateInline, content: string, at: number): void {
  state.pos = at;
  state.push("text", "", 0).content = content;
}

/** Reads the words around a key like any text; citations do not nest. */
function tokenize(state: StateInline, from: number, to: number): void {
  if (from >= to) return;
  state.pos = from;
  state.posMax = to;
  state.linkLevel++;
  state.md.inline.tokenize(state);
  state.linkLevel--;
}

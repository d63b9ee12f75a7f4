/**
 * Citations, as in Pandoc: `[@key]`, `[see @a, p. 3; @b]`, `[-@key]` without the author, `@key` and
 * `@key [p. 3]` and `-@key` in a sentence, `@{any key}`. `\@` is no citation.
 *
 * Which keys there are is known when a book is composed, so a citation becomes spans here whose
 * text is what was written: where an edition has no bibliography, it reads like that.
 */
import type { MarkdownIt, StateInline } from "markdown-it";
import { REFERENCE_KINDS } from "../../../model/reference-kinds.js";
import type { PlacedToken } from "../context.js";
import { readAttributeList } from "./attribute-list.js";

const KEY = String.raw`(?:[\p{L}\p{N}_](?:[:.#$%&\-+?<>~/]*[\p{L}\p{N}_])*|\{[^{}\n]+\})`;
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

/** `@key`, `@key [p. 3; also @other]`, and `-@key` for the year alone. */
function readInText(state: StateInline, silent: boolean): boolean {
  const { pos, src } = state;
  const isBare = src[pos] === "-" && src[pos + 1] === "@" && src[pos - 1] !== "-";
  if (src[pos] !== "@" && !isBare) return false;
  const cite = citeAt(src, pos, state.posMax);
  if (!cite) return false;
  const bracket = isBare ? undefined : readInTextBracket(state, cite.end);
  if (!silent) {
    const end = bracket?.end ?? cite.end;
    const first = { start: pos, end, keyStart: pos, keyEnd: bracket?.start ?? end, key: cite.key };
    const parts = bracket ? withOthers(state, first, bracket) : [first];
    pushGroup(state, parts, isBare ? "parenthetical" : "in-text", end);
  }
  state.pos = bracket ? bracket.end + 1 : cite.end;
  return true;
}

interface Bracket {
  /** Of what is in it. */
  readonly start: number;
  readonly end: number;
}

/** What follows a key in the sentence; the bracket is not that of a link, a note, a span or another citation. */
function readInTextBracket(state: StateInline, from: number): Bracket | undefined {
  const open = /^ ?\[(?![@^-])/.exec(state.src.slice(from, from + 3));
  if (!open) return undefined;
  const start = from + open[0].length - 1;
  const end = state.md.helpers.parseLinkLabel(state, start);
  const next = state.src[end + 1];
  if (end < 0 || next === "(" || next === "{" || next === "[") return undefined;
  const label = state.md.utils.normalizeReference(state.src.slice(start + 1, end));
  const { references } = state.env as { references?: Readonly<Record<string, unknown>> };
  return references?.[label] === undefined ? { start: start + 1, end } : undefined;
}

/** Other works after a semicolon; where one part has no key, all of it belongs to the first work. */
function withOthers(state: StateInline, first: Part, bracket: Bracket): Part[] {
  const end = endOfPart(state.src, bracket.start, bracket.end);
  const others = end < bracket.end ? splitParts(state, end + 1, bracket.end) : undefined;
  return others ? [{ ...first, end }, ...others] : [first];
}

function pushGroup(
  state: StateInline,
  parts: readonly Part[],
  mode: "parenthetical" | "in-text",
  end: number,
): void {
  const open = state.push("citation_open", "span", 1);
  open.attrSet("data-citation", mode);
  const { posMax, pos } = state;
  if (state.src[pos] === "[") pushText(state, "[", pos);
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
  if (state.src[end] === "]" && (state.src[pos] === "[" || parts[0]!.keyEnd !== end))
    pushText(state, "]", end);
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

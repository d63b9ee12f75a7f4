/**
 * Notes where in the source each inline token begins.
 *
 * markdown-it gives lines to blocks only. Here the inline parser's state notes the place of
 * each token as it is pushed, first counted from the beginning of the text being read; the
 * step `place` then makes offsets into the source of them.
 */
import type { MarkdownIt, StateCore, StateInline, Token } from "markdown-it";
import { lineContentStart, lineOf, type Source } from "../../source.js";
import { alignLines } from "../align.js";
import { contextOf, type PlacedToken } from "../context.js";

interface PlacedState extends StateInline {
  /** Where the rule that runs now began. */
  ruleStart: number;
  /** Where the text that waits to become a token began. */
  pendingStart: number;
}

export function positions(md: MarkdownIt): void {
  md.inline.State = placedState(md.inline.State);
  md.inline.ruler.before("text", "note_place", notePlace);
  md.inline.ruler2.before("fragments_join", "keep_first_place", (state) => keepFirstPlaces(state.tokens));
  md.inline.ruler2.push("place_children", placeChildren);
  md.core.ruler.after("inline", "place", place);
  md.core.ruler.before("text_join", "keep_first_place", (state) => {
    for (const token of state.tokens) if (token.children) keepFirstPlaces(token.children);
  });
}

function placedState(Base: typeof StateInline): typeof StateInline {
  return class extends Base implements PlacedState {
    ruleStart = 0;
    pendingStart = 0;

    override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
      const token: PlacedToken = super.push(type, tag, nesting);
      token.start = nesting < 0 || type === "text" ? this.pos : this.ruleStart;
      return token;
    }

    override pushPending(): Token {
      const token: PlacedToken = super.pushPending();
      token.start = this.pendingStart;
      return token;
    }
  };
}

/** Runs before every other rule, matches nothing. */
function notePlace(state: StateInline, silent: boolean): boolean {
  if (silent) return false;
  const placed = state as PlacedState;
  placed.ruleStart = state.pos;
  if (state.pending === "") placed.pendingStart = state.pos;
  return false;
}

/** Neighbouring pieces of text become one token, the last of them: it takes the place of the first. */
function keepFirstPlaces(tokens: readonly PlacedToken[]): void {
  for (let index = 1; index < tokens.length; index++) {
    const [previous, token] = [tokens[index - 1]!, tokens[index]!];
    if (isText(previous) && isText(token) && previous.start !== undefined) token.start = previous.start;
  }
}

function isText(token: Token): boolean {
  return token.type === "text" || token.type === "text_special";
}

/** The texts of images and notes are read apart: their tokens count from after `![` and `^[`. */
function placeChildren(state: StateInline): void {
  for (const token of state.tokens as PlacedToken[]) {
    if (token.children && token.start !== undefined) shift(token.children, token.start + 2);
  }
}

function shift(tokens: readonly PlacedToken[], by: number): void {
  for (const token of tokens) {
    if (token.start !== undefined) token.start += by;
    if (token.children) shift(token.children, by);
  }
}

/** Gives every token its offset in the source. */
function place(state: StateCore): void {
  const { source } = contextOf(state.env);
  let row = { line: 0, cursor: 0 };
  for (const token of state.tokens as PlacedToken[]) {
    if (token.type === "tr_open" && token.map) row = { line: token.map[0], cursor: 0 };
    if (token.type !== "inline") {
      if (token.map) token.start = lineContentStart(source, token.map[0]);
      continue;
    }
    const align = token.map ? alignLines(source, token.content, token.map[0]) : alignCell(source, token, row);
    token.start = align(0);
    placeAll(token.children ?? [], align);
  }
}

function placeAll(tokens: readonly PlacedToken[], align: (at: number) => number): void {
  for (const token of tokens) {
    if (token.start !== undefined) token.start = align(token.start);
    if (token.children) placeAll(token.children, align);
  }
}

/** Cells of a table have no lines of their own: they are looked for along their row. */
function alignCell(
  source: Source,
  cell: Token,
  row: { readonly line: number; cursor: number },
): (at: number) => number {
  const line = lineOf(source, row.line);
  const written = cell.content.replaceAll("|", "\\|");
  const found = line.text.indexOf(written, row.cursor);
  const column = found < 0 ? row.cursor : found;
  row.cursor = found < 0 ? row.cursor : found + written.length;
  return (at) => {
    const before = cell.content.slice(0, at);
    return line.start + column + at + (before.length - before.replaceAll("|", "").length);
  };
}

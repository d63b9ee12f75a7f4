/**
 * Footnotes: `[^label]` with `[^label]: text`, and inline notes `^[text]`, as in Pandoc.
 *
 * markdown-it-footnote reads the definitions. The rest is done here: a reference without a
 * definition, a note without a reference and a label defined twice are found, and the notes
 * leave the text for a list of their own instead of being printed at the end of the file.
 */
import type { MarkdownIt, StateBlock, StateCore, StateInline, Token } from "markdown-it";
import footnotePlugin from "markdown-it-footnote";
import type { PlacedToken } from "../context.js";
import { separateNotes } from "./notes.js";

const REFERENCE = /\[\^([^\s\]]{1,200})\]/y;

export function footnote(md: MarkdownIt): void {
  md.use(footnotePlugin);
  const readDefinition = md.block.ruler.getRules("").find((rule) => rule.name === "footnote_def")!;
  md.block.ruler.at("footnote_def", placed(readDefinition), { alt: ["paragraph", "reference"] });
  md.inline.ruler.at("footnote_inline", () => false);
  md.inline.ruler.before("emphasis", "note_inline", readInlineNote);
  md.inline.ruler.at("footnote_ref", readReference);
  md.core.ruler.at("footnote_tail", () => {});
  md.core.ruler.after("figure", "note_inline", moveInlineNotes);
  md.core.ruler.push("notes", separateNotes);
  md.renderer.rules.note_reference = (tokens, index, _options, _env, renderer) =>
    `<sup${renderer.renderAttrs({ attrs: [["data-note", String(tokens[index]!.meta?.label)]] })}></sup>`;
}

type BlockRule = (state: StateBlock, line: number, endLine: number, silent: boolean) => boolean;

/** Gives the tokens of a definition the lines that the plugin does not note. */
function placed(read: BlockRule): BlockRule {
  return (state, line, endLine, silent) => {
    const index = state.tokens.length;
    if (!read(state, line, endLine, silent)) return false;
    if (!silent) state.tokens[index]!.map = [line, state.line];
    return true;
  };
}

/** Comes before superscript, which has the same mark. */
function readInlineNote(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith("^[", state.pos)) return false;
  const end = state.md.helpers.parseLinkLabel(state, state.pos + 1);
  if (end < 0) return false;
  if (!silent) {
    const text = state.src.slice(state.pos + 2, end);
    const token = state.push("note_reference", "", 0);
    token.children = [];
    token.content = text;
    state.md.inline.parse(text, state.md, state.env, token.children);
  }
  state.pos = end + 1;
  return true;
}

function readReference(state: StateInline, silent: boolean): boolean {
  REFERENCE.lastIndex = state.pos;
  const match = REFERENCE.exec(state.src);
  if (!match || REFERENCE.lastIndex > state.posMax) return false;
  if (!silent) {
    const token = state.push("note_reference", "", 0);
    token.meta = { label: match[1]! };
    token.content = match[0];
  }
  state.pos = REFERENCE.lastIndex;
  return true;
}

/** Makes definitions of the inline notes, with labels of their own. */
function moveInlineNotes(state: StateCore): void {
  const labels = new Set(state.tokens.filter(isDefinition).map((token) => token.meta?.label));
  let count = 0;
  const nextLabel = (): string => {
    do count++;
    while (labels.has(`inline-${count}`));
    return `inline-${count}`;
  };
  // A note may have notes: what is appended is looked at in its turn.
  for (let index = 0; index < state.tokens.length; index++) {
    for (const reference of state.tokens[index]!.children ?? []) {
      if (reference.type !== "note_reference" || !reference.children) continue;
      reference.meta = { label: nextLabel() };
      state.tokens.push(...definitionOf(state, reference, reference.children));
      reference.children = null;
    }
  }
}

function isDefinition(token: Token): boolean {
  return token.type === "footnote_reference_open";
}

function definitionOf(state: StateCore, reference: PlacedToken, children: Token[]): Token[] {
  const make = (type: string, tag: string, nesting: -1 | 0 | 1): PlacedToken =>
    Object.assign(new state.Token(type, tag, nesting), {
      block: true,
      ...(nesting < 0 || reference.start === undefined ? {} : { start: reference.start }),
    });
  const open = make("footnote_reference_open", "", 1);
  open.meta = { label: reference.meta?.label };
  return [
    open,
    make("paragraph_open", "p", 1),
    Object.assign(make("inline", "", 0), { children }),
    make("paragraph_close", "p", -1),
    make("footnote_reference_close", "", -1),
  ];
}

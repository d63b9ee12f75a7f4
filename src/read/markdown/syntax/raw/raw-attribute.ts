/**
 * Text for one format alone, as Pandoc has it (`raw_attribute`): a fence ```` ```{=html} ```` and code
 * `` `…`{=html} `` in a line.
 *
 * A book is what Pandoc makes HTML and EPUB of: HTML is a part of it, and what is meant for another format
 * is left out.
 */
import type { MarkdownIt, StateCore, StateInline, Token } from "markdown-it";
import { lineContentStart } from "../../../source.js";
import { contextOf, type ParseContext, type PlacedToken } from "../../context.js";
import { reportOnce } from "../../report-once.js";
import { blocksWithin } from "../blocks-within.js";
import { pushMarkdown } from "../markdown-within.js";
import { isKnownTex } from "../tex/blocks.js";
import { isKnownCommand } from "../tex/inline.js";

const BLOCK = /^\s*\{\s*=([\w.+-]+)\s*\}\s*$/;
const INLINE = /\{=([\w.+-]+)\}/y;
/** Formats that Pandoc writes as HTML. */
const HTML = /^(?:html|epub)\d?$/i;

const TEX = /^(?:la)?tex$/i;
/** A piece of a line that is for another format. */
const LEFT_OUT = "raw_left_out";

export function rawAttribute(md: MarkdownIt): void {
  md.core.ruler.before("listing", "raw_attribute", readFences);
  md.inline.ruler.before("escape", "raw_attribute", readInline);
  md.renderer.rules[LEFT_OUT] = (tokens, index, _options, env) => {
    const token: PlacedToken = tokens[index]!;
    reportLeftOut(contextOf(env), token.info, token.start ?? 0);
    return "";
  };
}

function readFences(state: StateCore): void {
  if (!state.tokens.some(({ info }) => BLOCK.test(info))) return;
  state.tokens = state.tokens.flatMap((token) => {
    const format = token.type === "fence" ? BLOCK.exec(token.info)?.[1] : undefined;
    return format === undefined ? [token] : readFence(state, token, format);
  });
}

function readFence(state: StateCore, fence: Token, format: string): Token[] {
  const [from, to] = fence.map!;
  const block = (type: string) =>
    Object.assign(new state.Token(type, "", 0), {
      block: true,
      content: fence.content,
      map: [from + 1, to] as [number, number],
    });
  if (HTML.test(format)) return [block("html_block")];
  if (TEX.test(format) && isKnownTex(fence.content)) return blocksWithin(state, fence.content, from + 1);
  const context = contextOf(state.env);
  reportLeftOut(context, format, lineContentStart(context.source, from));
  return [];
}

function readInline(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith("{=", state.pos) || state.pending !== "") return false;
  const code: PlacedToken | undefined = state.tokens.at(-1);
  INLINE.lastIndex = state.pos;
  const format = INLINE.exec(state.src)?.[1];
  if (code?.type !== "code_inline" || format === undefined || INLINE.lastIndex > state.posMax) return false;
  if (!silent) {
    const start = (code.start ?? 0) + code.markup.length;
    if (HTML.test(format)) Object.assign(code, { type: "html_inline", tag: "", start });
    else if (TEX.test(format) && isKnownCommand(code.content)) readCommandOf(state, code, start);
    else Object.assign(code, { type: LEFT_OUT, info: format });
  }
  state.pos = INLINE.lastIndex;
  return true;
}

/** Puts what a command of LaTeX says in the place of the code that it was. */
function readCommandOf(state: StateInline, code: PlacedToken, start: number): void {
  state.tokens.pop();
  state.tokens_meta.pop();
  pushMarkdown(state, code.content.trim(), start);
}

function reportLeftOut(context: ParseContext, format: string, offset: number): void {
  reportOnce(
    context,
    "raw-left-out",
    format,
    `What is written for \`${format}\` alone is left out`,
    offset,
    "Write it as Markdown or HTML if it belongs to the book",
  );
}

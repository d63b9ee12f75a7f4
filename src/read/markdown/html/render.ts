/**
 * Renders tokens to HTML and remembers which place of the HTML comes from which place of the
 * source.
 *
 * The HTML is parsed right afterwards, so that an author's tags and the Markdown between them
 * become one tree. Long texts do not take part: a mark stands for each, which keeps the HTML
 * parser from reading them letter by letter.
 */
import type { Env, MarkdownIt, Token } from "markdown-it";
import { blockEnd } from "../../source.js";
import { alignLines } from "../align.js";
import { environment, type ParseContext, type PlacedToken } from "../context.js";
import { balance, closeStack, enter, leave, openStack, type TagStack } from "./tag-stack.js";

export interface Rendered {
  readonly html: string;
  /** Offsets in the HTML, ascending, and the offset in the source that belongs to each. */
  readonly htmlStarts: readonly number[];
  readonly sourceStarts: readonly number[];
  /** The texts that marks stand for. */
  readonly held: readonly string[];
}

/** A mark for a text is its number between two of these; no source has them (see `readSource`). */
export const MARK = "\u0001";
/** Shorter texts are not worth a mark. */
const SHORT = 8;

interface Writer {
  html: string;
  readonly htmlStarts: number[];
  readonly sourceStarts: number[];
  readonly held: string[];
  readonly md: MarkdownIt;
  readonly context: ParseContext;
  readonly env: Env;
  readonly stack: TagStack;
  /** One for each open element: false when it lies too deep to be written. */
  readonly isWritten: boolean[];
}

export function renderTokens(md: MarkdownIt, tokens: Token[], context: ParseContext): Rendered {
  const writer: Writer = {
    html: "",
    htmlStarts: [],
    sourceStarts: [],
    held: [],
    md,
    context,
    env: environment(context),
    stack: openStack(context),
    isWritten: [],
  };
  const ends: number[] = [];
  tokens.forEach((token, index) => {
    if (token.type === "inline") renderInline(writer, token.children ?? []);
    else if (token.type === "html_block") renderHtmlBlock(writer, token);
    else renderBlock(writer, tokens, index, ends);
  });
  writer.html += closeStack(writer.stack);
  return writer;
}

function renderBlock(writer: Writer, tokens: Token[], index: number, ends: number[]): void {
  const token: PlacedToken = tokens[index]!;
  if (token.nesting === 1) ends.push(token.map?.[1] ?? ends.at(-1) ?? 0);
  const end = token.nesting === -1 ? ends.pop() : undefined;
  // The end of a block is where its last line ends.
  if (end !== undefined) mark(writer, blockEnd(writer.context.source, end));
  else if (token.start !== undefined) mark(writer, startOf(tokens, index));
  renderToken(writer, tokens, index);
}

/** A paragraph begins with its text, not with what stands before it in the line. */
function startOf(tokens: readonly PlacedToken[], index: number): number {
  const [token, next] = [tokens[index]!, tokens[index + 1]];
  const isParagraph = token.type === "paragraph_open" && next?.type === "inline";
  return (isParagraph ? next.start : undefined) ?? token.start!;
}

function renderInline(writer: Writer, tokens: Token[]): void {
  const unclosed = new Set<string>();
  for (let index = 0; index < tokens.length; index++) {
    const token: PlacedToken = tokens[index]!;
    if (token.start !== undefined) mark(writer, token.start);
    if (token.type === "html_inline") {
      const start = token.start ?? 0;
      balance(
        writer.stack,
        token.content,
        (at) => start + at,
        (html) => write(writer, html),
      );
      index = afterScript(tokens, index, unclosed);
    } else renderToken(writer, tokens, index);
  }
}

/** The index of the end tag of a script or style that begins at `index`; else `index`. */
function afterScript(tokens: readonly Token[], index: number, unclosed: Set<string>): number {
  const name = /^<(script|style)\b/i.exec(tokens[index]!.content)?.[1]?.toLowerCase();
  if (!name || unclosed.has(name)) return index;
  // Only what lies whole between the tags is passed over, never the end of an element around them.
  let depth = 0;
  for (let end = index + 1; end < tokens.length && depth >= 0; end++) {
    const { type, content, nesting } = tokens[end]!;
    depth += nesting;
    if (depth === 0 && type === "html_inline" && content.toLowerCase().startsWith(`</${name}`)) return end;
  }
  unclosed.add(name);
  return index;
}

function renderHtmlBlock(writer: Writer, token: Token): void {
  const align = alignLines(writer.context.source, token.content, token.map![0]);
  balance(writer.stack, token.content, align, (html, start) => {
    mark(writer, start);
    write(writer, html);
  });
}

function renderToken(writer: Writer, tokens: Token[], index: number): void {
  const token: PlacedToken = tokens[index]!;
  if (token.nesting === 1) {
    writer.isWritten.push(enter(writer.stack, token.type === "paragraph_open", token.start ?? 0));
  }
  if (token.nesting === -1) write(writer, leave(writer.stack));
  const isWritten = token.nesting === -1 ? writer.isWritten.pop() : (writer.isWritten.at(-1) ?? true);
  if (token.type === "fence" || token.type === "code_block") writeCode(writer, token);
  else if (isWritten || token.nesting === 0) write(writer, htmlOf(writer, tokens, index));
}

function htmlOf(writer: Writer, tokens: Token[], index: number): string {
  const { renderer, options } = writer.md;
  const token = tokens[index]!;
  if (token.type === "text" || token.type === "plain_text") return hold(writer, token.content);
  if (token.type === "code_inline") {
    return `<code${renderer.renderAttrs(token)}>${hold(writer, token.content)}</code>`;
  }
  const rule = renderer.rules[token.type];
  if (!rule) return renderer.renderToken(tokens, index, options);
  return rule(tokens, index, options as Parameters<typeof rule>[2], writer.env, renderer);
}

function writeCode(writer: Writer, token: Token): void {
  const { renderer, utils } = writer.md;
  const language = token.type === "fence" ? utils.unescapeAll(token.info) : "";
  const code = { attrs: language === "" ? null : [["class", `language-${language}`] as [string, string]] };
  write(writer, `<pre${renderer.renderAttrs(token)}><code${renderer.renderAttrs(code)}>`);
  const firstLine = token.map![0] + (token.type === "fence" ? 1 : 0);
  mark(writer, alignLines(writer.context.source, token.content, firstLine)(0));
  write(writer, `${hold(writer, token.content)}</code></pre>\n`);
}

function hold(writer: Writer, text: string): string {
  if (text.length < SHORT || text.trim() === "") return writer.md.utils.escapeHtml(text);
  return `${MARK}${writer.held.push(text) - 1}${MARK}`;
}

function write(writer: Writer, html: string): void {
  writer.html += html;
}

/** Notes that what is written next comes from this place of the source. */
function mark(writer: Writer, sourceStart: number): void {
  const { htmlStarts, sourceStarts, html } = writer;
  if (htmlStarts.at(-1) === html.length) sourceStarts[sourceStarts.length - 1] = sourceStart;
  else {
    htmlStarts.push(html.length);
    sourceStarts.push(sourceStart);
  }
}

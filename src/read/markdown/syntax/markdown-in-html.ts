/**
 * Elements whose content is Markdown though no blank line parts it from their tags: `<div markdown="1">` of kramdown
 * and PHP Markdown Extra, `<div markdown>` of Python-Markdown. The same goes for elements within one, if their tags
 * have lines of their own.
 */
import type { MarkdownIt, StateBlock } from "markdown-it";
import { inlineToken } from "./block-token.js";
import { lineText } from "./line-text.js";
import { tokenizeLines } from "./regions/blocks.js";

const OPEN =
  /^<(address|article|aside|blockquote|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|header|li|main|nav|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)(\s[^<>]*)?>/i;
const ASKS = /\smarkdown(?:\s*=\s*["']?(?:1|block|span)["']?)?(?=\s|$)/i;

/** So far the end of an element is looked for: a text of nothing but beginnings would take the square of its length. */
const MOST_LINES = 2000;

/** How many such elements are open, in the environment of a text. */
interface Environment {
  openMarkdownElements?: number;
}

export function markdownInHtml(md: MarkdownIt): void {
  md.block.ruler.before("html_block", "markdown_in_html", readElement, {
    alt: ["paragraph", "reference", "blockquote", "list"],
  });
}

function readElement(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  if (state.src.charCodeAt(state.bMarks[line]! + state.tShift[line]!) !== 0x3c) return false;
  if (state.sCount[line]! - state.blkIndent >= 4) return false;
  const text = lineText(state, line).trimEnd();
  const [tag, name = "", attributes = ""] = OPEN.exec(text) ?? [];
  const env = state.env as Environment;
  const open = env.openMarkdownElements ?? 0;
  if (tag === undefined || (open === 0 && !ASKS.test(attributes))) return false;
  const rest = text.slice(tag.length);
  if (rest !== "") return readLine(state, line, { tag, rest, name }, silent);
  const end = closingLine(state, line, endLine, name);
  if (end === undefined) return false;
  if (silent) return true;
  pushTag(state, tag, line);
  env.openMarkdownElements = open + 1;
  tokenizeLines(state, line + 1, end);
  env.openMarkdownElements = open;
  pushTag(state, lineText(state, end).trimEnd(), end);
  state.line = end + 1;
  return true;
}

interface Line {
  readonly tag: string;
  readonly rest: string;
  readonly name: string;
}

/** `<summary markdown="span">Words</summary>`. */
function readLine(state: StateBlock, line: number, { tag, rest, name }: Line, silent: boolean): boolean {
  const close = `</${name}>`;
  const isWhole =
    rest.toLowerCase().endsWith(close.toLowerCase()) && !rest.slice(0, -close.length).includes("</");
  if (!isWhole || !ASKS.test(tag.slice(0, -1))) return false;
  if (silent) return true;
  pushTag(state, tag, line);
  state.tokens.push(inlineToken(state, rest.slice(0, -close.length).trim(), [line, line + 1]));
  pushTag(state, rest.slice(-close.length), line);
  state.line = line + 1;
  return true;
}

/** The line that has nothing but the tag which closes the element. */
function closingLine(state: StateBlock, line: number, endLine: number, name: string): number | undefined {
  const opening = new RegExp(`^<${name}(?=[\\s>])`, "i");
  const closing = new RegExp(`</${name}\\s*>`, "gi");
  let depth = 1;
  for (let next = line + 1; next < Math.min(endLine, line + MOST_LINES); next++) {
    const text = lineText(state, next).trimEnd();
    if (!state.isEmpty(next) && state.sCount[next]! < state.blkIndent) return undefined;
    if (opening.test(text)) depth += 1;
    const closed = text.match(closing)?.length ?? 0;
    depth -= closed;
    if (depth <= 0) return closed === 1 && text.startsWith("</") && text.endsWith(">") ? next : undefined;
  }
  return undefined;
}

function pushTag(state: StateBlock, tag: string, line: number): void {
  const token = state.push("html_block", "", 0);
  token.map = [line, line + 1];
  token.content = `${tag}\n`;
}

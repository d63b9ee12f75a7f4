/**
 * Finds text of a manuscript that an edition lacks.
 *
 * The manuscript is read with plain markdown-it and not with our own parser: what that one
 * loses must be missed here.
 */
import { fromHtml } from "hast-util-from-html";
import MarkdownIt, { type Token } from "markdown-it";
import { visitNodes } from "../../src/hast/visit.js";

const markdown = new MarkdownIt({ html: true });

/** The blocks of a Markdown file as plain text: paragraphs, headings, cells, listings, captions. */
export function blocksOf(source: string): string[] {
  const text = source
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/^\[\^[^\]]+\]:\s*/gm, "")
    .replace(/^: /gm, "")
    .replace(/(?<=\S[^`\n]*)[ ]?\{[#.][^}\n]*\}$/gm, "");
  return markdown
    .parse(text, {})
    .flatMap(blockTexts)
    .filter((block) => letters(block) !== "");
}

function blockTexts(token: Token): string[] {
  if (token.type === "fence" || token.type === "code_block") return [token.content];
  if (token.type === "html_block") return textNodes(token.content);
  if (token.type !== "inline") return [];
  // A reference to a note is a number of its own in the text.
  return (token.children ?? [])
    .map(inlineText)
    .join("")
    .split(/\[\^[^\]]+\]/);
}

function inlineText(token: Token): string {
  if (token.type === "text" || token.type === "text_special" || token.type === "code_inline")
    return token.content;
  return token.type === "softbreak" || token.type === "hardbreak" ? " " : "";
}

function textNodes(html: string): string[] {
  const found: string[] = [];
  visitNodes(fromHtml(html, { fragment: true }), (node) => {
    if (node.type === "text") found.push(node.value);
  });
  return found;
}

/**
 * Blocks that cannot be read in one piece in the text of an edition, ignoring white space and
 * hyphens. A block may go on where the next page begins.
 *
 * @param pages text of each page or document.
 */
export function missingFrom(pages: readonly string[], blocks: readonly string[]): string[] {
  const texts = pages.map(letters);
  const all = texts.join("");
  let from = 0;
  return blocks.filter((block) => {
    const wanted = letters(block);
    const next = all.indexOf(wanted, from);
    if (next >= 0) from = next;
    return next < 0 && !all.includes(wanted) && !isContinued(wanted, texts);
  });
}

/** True when the block is cut by what stands at the foot of a page: its notes. */
function isContinued(wanted: string, texts: readonly string[]): boolean {
  const start = wanted[0]!;
  return texts.some((text, page) => {
    for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
      const length = sharedLength(wanted, text.slice(at, at + wanted.length));
      for (let cut = length; cut > 0; cut -= 1) {
        if (goesOn(wanted.slice(cut), texts, page + 1)) return true;
      }
    }
    return false;
  });
}

function goesOn(rest: string, texts: readonly string[], page: number): boolean {
  const text = texts[page];
  if (text === undefined) return false;
  // A note goes on below the text of the next page.
  if (rest.length > 0 && text.includes(rest)) return true;
  const length = sharedLength(rest, text);
  return length === rest.length || (length > 0 && goesOn(rest.slice(length), texts, page + 1));
}

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

/**
 * What of a text must not get lost, whatever the lines and the typography: no white space and
 * no hyphens, straight quotes.
 */
export function letters(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s\u00AD\u200B\u2060\uFEFF\u2010\u2011-]+/g, "")
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201C\u201D]/g, '"');
}

/**
 * Attributes of blocks: `# Title {#id}`, `Text. {.class}`, and a last line `{.class}` alone.
 *
 * Runs before the text of the blocks is read, so that a list is taken as it stands in the
 * source. At the end of a heading, a paragraph or a cell it belongs to that block, at the end
 * of a list item's first line to the item; on a line of its own at the end of a list item or
 * quotation, or as a paragraph right after a list, table or quotation, to all of it.
 */
import type { MarkdownIt, StateCore, Token } from "markdown-it";
import {
  type AttributeList,
  applyAttributes,
  readAttributeList,
  readTrailingAttributeList,
} from "./attribute-list.js";

const CONTAINER = /^(?:bullet_list|ordered_list|blockquote)_open$/;
const CLOSED = /^(?:bullet_list|ordered_list|blockquote|table|dl)_close$/;
/** What kramdown's list of attributes belongs to when it stands on the next line. */
const ALSO_CLOSED = /^(?:heading_close|fence|code_block|hr)$/;
const THEMATIC_BREAK = /^([-*_])\1{2,}$/;

export function blockAttributes(md: MarkdownIt): void {
  md.core.ruler.after("block", "block_attributes", readBlockAttributes);
}

type Trailing = AttributeList & { readonly start: number };

function readBlockAttributes(state: StateCore): void {
  const { tokens } = state;
  const open: Token[] = [];
  const kept: Token[] = [];
  let justClosed: Token | undefined;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    const replacement = token.type === "paragraph_open" && readParagraph(state, index, justClosed);
    if (replacement) {
      kept.push(...replacement);
      index += 2;
      continue;
    }
    if (token.type === "inline") readEnd(token, open, tokens[index - 2]);
    if (token.nesting === 1) open.push(token);
    const opened = token.nesting === -1 ? open.pop() : undefined;
    const isNext = ALSO_CLOSED.test(token.type) && isFollowedByList(state, index, opened ?? token);
    justClosed = CLOSED.test(token.type) ? opened : isNext ? (opened ?? token) : undefined;
    kept.push(token);
  }
  state.tokens = kept;
}

/** True when the line below has a list of kramdown's and nothing else. */
function isFollowedByList({ tokens }: StateCore, index: number, block: Token): boolean {
  const [open, inline] = tokens.slice(index + 1, index + 3);
  const isBelow = open?.type === "paragraph_open" && open.map?.[0] === block.map?.[1];
  return isBelow && inline?.content.startsWith("{:") === true;
}

/** A paragraph that is only a list, or a thematic break with one: what stands in its place. */
function readParagraph(state: StateCore, index: number, justClosed: Token | undefined): Token[] | undefined {
  const paragraph = state.tokens[index]!;
  const content = state.tokens[index + 1]!.content;
  if (content.startsWith("{:")) readLeading(paragraph, state.tokens[index + 1]!);
  const list = readTrailingAttributeList(content);
  if (!list) return undefined;
  const text = content.slice(0, list.start).trimEnd();
  const owner = justClosed ?? (content.startsWith("{:") ? blockBelow(state, index) : undefined);
  if (text === "" && owner) {
    applyAttributes(list, owner);
    return [];
  }
  if (!THEMATIC_BREAK.test(text)) return undefined;
  const rule = new state.Token("hr", "hr", 0);
  Object.assign(rule, { block: true, map: paragraph.map, markup: text });
  applyAttributes(list, rule);
  return [rule];
}

/** A list of kramdown's on a line of its own above the text of a paragraph. */
function readLeading(paragraph: Token, inline: Token): void {
  const list = readAttributeList(inline.content, 0);
  if (list === undefined || inline.content[list.end] !== "\n") return;
  applyAttributes(list, paragraph);
  inline.content = inline.content.slice(list.end + 1);
  for (const token of [paragraph, inline]) if (token.map) token.map = [token.map[0] + 1, token.map[1]];
}

/** The block that begins on the line below a paragraph. */
function blockBelow({ tokens }: StateCore, index: number): Token | undefined {
  const next = tokens[index + 3];
  const isBelow = next !== undefined && next.nesting >= 0 && next.map?.[0] === tokens[index]!.map?.[1];
  return isBelow ? next : undefined;
}

/** GitBook and Pandoc need no blank before the id of a heading: `## Title{#id}`. */
const ID_BEHIND_WORDS = /(?<=[^\s\\`])(?=\{#[\p{L}\p{N}_][\p{L}\p{N}_:.-]*\}$)/u;

function readEnd(inline: Token, open: readonly Token[], beforeBlock: Token | undefined): void {
  if (open.at(-1)?.type === "heading_open") inline.content = inline.content.replace(ID_BEHIND_WORDS, " ");
  let list = readTrailingAttributeList(inline.content);
  while (list && list.start > 0) {
    const block = findOwner(list, inline, open, beforeBlock);
    if (!block) return;
    applyAttributes(list, block);
    inline.content = inline.content.slice(0, list.start).trimEnd();
    list = readTrailingAttributeList(inline.content);
  }
}

function findOwner(
  list: Trailing,
  inline: Token,
  open: readonly Token[],
  beforeBlock: Token | undefined,
): Token | undefined {
  const block = open.at(-1);
  const isOwnLine = inline.content[list.start - 1] === "\n";
  const container = isOwnLine ? open.findLast((token) => CONTAINER.test(token.type)) : undefined;
  if (container) return container;
  return beforeBlock?.type === "list_item_open" ? beforeBlock : block;
}

/** Names of blocks in Obsidian, `^name` behind a block or below it, which links lead to: an id that is not shown. */
import type { MarkdownIt, StateCore, Token } from "markdown-it";

const NAME = /(?:^|[ \t\n])\^([A-Za-z0-9][\w-]*)[ \t]*$/;
const CLOSED = /^(?:bullet_list|ordered_list|blockquote|table|div)_close$/;

export function blockId(md: MarkdownIt): void {
  md.core.ruler.after("block_attributes", "block_id", readIds);
}

function readIds(state: StateCore): void {
  const { tokens } = state;
  if (!tokens.some(({ type, content }) => type === "inline" && content.includes("^"))) return;
  const open: Token[] = [];
  const kept: Token[] = [];
  let justClosed: Token | undefined;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    const content = token.type === "paragraph_open" ? tokens[index + 1]!.content : "";
    const alone = /^\^([A-Za-z0-9][\w-]*)$/.exec(content.trim())?.[1];
    if (alone !== undefined && justClosed) {
      justClosed.attrSet("id", alone);
      index += 2;
      continue;
    }
    if (token.type === "inline") nameBlock(token, open.at(-1), tokens[index - 2]);
    if (token.nesting === 1) open.push(token);
    const opened = token.nesting === -1 ? open.pop() : undefined;
    justClosed = CLOSED.test(token.type) ? opened : undefined;
    kept.push(token);
  }
  state.tokens = kept;
}

function nameBlock(inline: Token, block: Token | undefined, before: Token | undefined): void {
  const match = NAME.exec(inline.content);
  if (!match || !block) return;
  const owner = before?.type === "list_item_open" ? before : block;
  owner.attrSet("id", match[1]!);
  inline.content = inline.content.slice(0, match.index).trimEnd();
}

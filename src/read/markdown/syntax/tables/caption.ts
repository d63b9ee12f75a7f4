/**
 * Captions of tables, as in Pandoc: a paragraph `: Caption {#tbl-x}` or `Table: Caption` right after a table, or
 * right before it, becomes its `<caption>`; the attributes go on the table.
 */
import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { closeBlock, openBlock } from "../block-token.js";
import { takeLabel } from "../bookdown/label.js";

const MARKER = /^(?:[Tt]able)?:[ \t]+/;

export function tableCaption(md: MarkdownIt): void {
  md.core.ruler.after("block_attributes", "table_caption", attachCaptions);
}

function attachCaptions(state: StateCore): void {
  const { tokens } = state;
  const captions = new Map<Token, Token[]>();
  const kept: Token[] = [];
  let table: Token | undefined;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.type === "table_open") table = token;
    if (isCaption(tokens, index)) {
      const before = kept.at(-1)?.type === "table_close" && table && !captions.has(table) ? table : undefined;
      const owner = before ?? tokens[index + 3];
      if (owner?.type === "table_open") {
        captions.set(owner, captionOf(state, owner, token, tokens[index + 1]!));
        index += 2;
        continue;
      }
    }
    kept.push(token);
  }
  if (captions.size > 0) state.tokens = kept.flatMap((token) => [token, ...(captions.get(token) ?? [])]);
}

function isCaption(tokens: readonly Token[], index: number): boolean {
  return tokens[index]!.type === "paragraph_open" && MARKER.test(tokens[index + 1]!.content);
}

function captionOf(state: StateCore, table: Token, paragraph: Token, text: Token): Token[] {
  for (const [name, value] of paragraph.attrs ?? []) {
    if (name === "class") table.attrJoin(name, value);
    else table.attrSet(name, value);
  }
  text.content = takeLabel(text.content.replace(MARKER, ""), table);
  return [openBlock(state, "caption", paragraph.map), text, closeBlock(state, "caption")];
}

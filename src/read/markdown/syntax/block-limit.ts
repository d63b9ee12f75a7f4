/**
 * The length of one paragraph, heading or cell.
 *
 * A block is laid out whole before it is divided among pages, and what is in its lines is read
 * together: a million words in one paragraph would take hours. It stays as plain text, a paragraph
 * as several, and is told.
 */
import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { lineContentStart } from "../../source.js";
import { contextOf, reportAt } from "../context.js";

/** Characters; some sixty thousand words. */
const LONGEST = 400_000;
/** Characters of each paragraph that a longer one becomes: what is laid out at once. */
const PIECE = 20_000;

export function blockLimit(md: MarkdownIt): void {
  md.core.ruler.before("inline", "block_limit", limitBlocks);
}

function limitBlocks(state: StateCore): void {
  const context = contextOf(state.env);
  const isLong = ({ type, content }: Token): boolean => type === "inline" && content.length > LONGEST;
  if (!state.tokens.some(isLong)) return;
  const tokens: Token[] = [];
  for (const [index, token] of state.tokens.entries()) {
    tokens.push(token);
    if (!isLong(token)) continue;
    const count = token.content.length.toLocaleString("en");
    const limit = LONGEST.toLocaleString("en");
    reportAt(
      context,
      "block-too-long",
      `This block has ${count} characters, and a block may have ${limit}: it is kept as plain text`,
      lineContentStart(context.source, token.map?.[0] ?? 0),
      "Divide it with blank lines",
    );
    token.type = "plain_text";
    const [open, close] = [state.tokens[index - 1], state.tokens[index + 1]];
    if (open?.type === "paragraph_open" && close) divide(tokens, open, close);
  }
  state.tokens = tokens;
}

/** Makes several paragraphs of the one whose text is the last token; its end is still to come. */
function divide(tokens: Token[], open: Token, close: Token): void {
  const text = tokens.at(-1)!;
  const [first = "", ...others] = piecesOf(text.content);
  text.content = first;
  for (const content of others) tokens.push(close, open, Object.assign(copyOf(text), { content }));
}

function copyOf(token: Token): Token {
  return Object.assign(Object.create(Object.getPrototypeOf(token)) as Token, token);
}

/** Ends at blanks where there are some. */
const PIECES = new RegExp(`[^]{1,${PIECE}}(?=\\s|$)|[^]{1,${PIECE}}`, "gu");

function piecesOf(text: string): string[] {
  return (text.match(PIECES) ?? []).map((piece) => piece.trim()).filter((piece) => piece !== "");
}

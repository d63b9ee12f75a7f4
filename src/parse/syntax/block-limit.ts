/**
 * The length of one paragraph, heading or cell.
 *
 * A block is laid out whole before it is divided among pages, and what is in its lines is read
 * together: a million words in one paragraph would take hours. It stays plain text, and is told.
 */
import type { MarkdownIt, StateCore } from "markdown-it";
import { contextOf, reportAt } from "../context.js";
import { lineContentStart } from "../source.js";

/** Characters; some sixty thousand words. */
const LONGEST = 400_000;

export function blockLimit(md: MarkdownIt): void {
  md.core.ruler.before("inline", "block_limit", limitBlocks);
}

function limitBlocks(state: StateCore): void {
  const context = contextOf(state.env);
  for (const token of state.tokens) {
    if (token.type !== "inline" || token.content.length <= LONGEST) continue;
    const count = token.content.length.toLocaleString("en");
    const limit = LONGEST.toLocaleString("en");
    reportAt(
      context,
      "too-complex",
      `this paragraph has ${count} characters; a block may have ${limit}`,
      lineContentStart(context.source, token.map?.[0] ?? 0),
      "divide it with blank lines",
    );
    token.type = "plain_text";
  }
}

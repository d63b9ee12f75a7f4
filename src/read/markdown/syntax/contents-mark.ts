/**
 * Marks that ask for a list of the headings of a page, `[[toc]]`, `[TOC]`, `[[_TOC_]]`, `@[toc]`, and
 * kramdown's `{:toc}` below a list: a book has its own contents, so they are left out.
 */
import type { MarkdownIt, StateCore, Token } from "markdown-it";

const MARK = /^(?:@?\[{1,2}_?toc_?\]{1,2}|\{:[ \t]*toc[ \t]*\})$/i;
const KRAMDOWN = /(?:^|\n)\{:[ \t]*toc\b[^}\n]*\}$/i;

export function contentsMark(md: MarkdownIt): void {
  md.core.ruler.after("block", "contents_mark", (state) => {
    if (state.tokens.some(({ type, content }) => type === "inline" && /toc/i.test(content)))
      state.tokens = withoutMarks(state);
  });
}

function withoutMarks({ tokens, env }: StateCore): Token[] {
  const kept: Token[] = [];
  /** Where the lists that are open begin among what is kept, and the one that has just ended. */
  const lists: number[] = [];
  let lastList: number | undefined;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (/_list_open$/.test(token.type)) lists.push(kept.length);
    const closed = /_list_close$/.test(token.type) ? lists.pop() : undefined;
    const words = token.type === "paragraph_open" ? (tokens[index + 1]?.content.trim() ?? "") : "";
    if (closed !== undefined && asksForContents(tokens, index)) {
      kept.length = closed;
      continue;
    }
    if (MARK.test(words) && !isExplained(env, words)) {
      if (words.startsWith("{") && lastList !== undefined) kept.length = lastList;
      index += 2;
      continue;
    }
    lastList = closed;
    kept.push(token);
  }
  return kept;
}

/** A list of one item whose text ends in kramdown's mark. */
function asksForContents(tokens: readonly Token[], close: number): boolean {
  const inline = tokens[close - 3];
  const isOneItem = /_list_open$/.test(tokens[close - 6]?.type ?? "");
  return isOneItem && inline?.type === "inline" && KRAMDOWN.test(inline.content);
}

function isExplained(env: StateCore["env"], mark: string): boolean {
  const references = (env.references as object | undefined) ?? {};
  return Object.hasOwn(references, mark.replace(/^@?\[+|\]+$/g, "").toUpperCase());
}

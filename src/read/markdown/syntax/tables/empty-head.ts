/** Takes away heads of pipe tables in which nothing is said, as Pandoc does: Markdown has no table without one. */
import type { MarkdownIt, Token } from "markdown-it";

export function emptyHead(md: MarkdownIt): void {
  md.core.ruler.after("table_widths", "empty_head", (state) => {
    const kept: Token[] = [];
    for (let index = 0; index < state.tokens.length; index++) {
      const end =
        state.tokens[index]!.type === "thead_open" ? endOfEmptyHead(state.tokens, index) : undefined;
      if (end === undefined) kept.push(state.tokens[index]!);
      else index = end;
    }
    state.tokens = kept;
  });
}

/** Where a head ends in which nothing stands, if rows follow. */
function endOfEmptyHead(tokens: readonly Token[], start: number): number | undefined {
  let end = start;
  while (tokens[end]!.type !== "thead_close") {
    if (tokens[end]!.type === "inline" && tokens[end]!.content.trim() !== "") return undefined;
    end += 1;
  }
  return tokens[end + 1]?.type === "tbody_open" ? end : undefined;
}

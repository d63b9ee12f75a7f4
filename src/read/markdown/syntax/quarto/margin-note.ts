/** `[words]{.aside}` of Quarto stand in the margin of a web page: in a book they are a note. */
import type { MarkdownIt, Token } from "markdown-it";
import type { PlacedToken } from "../../context.js";

const MARGIN = /(?:^|\s)(?:aside|column-margin|marginnote|sidenote)(?:\s|$)/;

export function marginNote(md: MarkdownIt): void {
  md.core.ruler.before("note_inline", "margin_note", (state) => {
    for (const token of state.tokens) {
      if (token.children?.some(isMarginSpan)) token.children = withNotes(token.children, state.Token);
    }
  });
}

function isMarginSpan(token: Token): boolean {
  return token.type === "span_open" && MARGIN.test(String(token.attrGet("class") ?? ""));
}

/** Notes are made of the references that have children, by the rule for those of one line. */
function withNotes(tokens: readonly PlacedToken[], Made: typeof Token): Token[] {
  const kept: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    const end = isMarginSpan(token) ? closing(tokens, index) : undefined;
    if (end === undefined) {
      kept.push(token);
      continue;
    }
    const note: PlacedToken = new Made("note_reference", "", 0);
    if (token.start !== undefined) note.start = token.start;
    note.children = tokens.slice(index + 1, end);
    kept.push(note);
    index = end;
  }
  return kept;
}

function closing(tokens: readonly Token[], start: number): number | undefined {
  let depth = 0;
  for (let index = start; index < tokens.length; index++) {
    depth += tokens[index]!.nesting;
    if (depth === 0) return index;
  }
  return undefined;
}

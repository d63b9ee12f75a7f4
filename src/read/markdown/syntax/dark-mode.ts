/**
 * What is for dark screens alone has a twin for light ones, and a book is light: `.dark-content` of Quarto, on divs,
 * spans and pictures, and `![…](tide-dark.png#gh-dark-mode-only)` of GitHub.
 */
import type { MarkdownIt, Token } from "markdown-it";

const DARK = /(?:^|\s)dark-content(?:\s|$)/;
const MODE = /#gh-(dark|light)-mode-only$/;

export function darkMode(md: MarkdownIt): void {
  md.core.ruler.after("inline", "dark_mode", (state) => {
    if (!/dark-|-mode-only/.test(state.src)) return;
    state.tokens = withoutDark(state.tokens);
    for (const token of state.tokens) {
      if (token.children) token.children = withoutEnds(withoutDark(token.children));
    }
  });
}

function withoutDark(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    if (isDark(tokens[index]!)) index = endOf(tokens, index);
    else kept.push(tokens[index]!);
  }
  return kept;
}

/** A picture whose twin has gone is alone in its paragraph. */
function withoutEnds(tokens: readonly Token[]): Token[] {
  const isEnd = ({ type }: Token) => type === "softbreak";
  return tokens.filter((token, index) => !isEnd(token) || (index > 0 && index < tokens.length - 1));
}

/** Takes the mark of a light picture off it, which is no part of its address. */
function isDark(token: Token): boolean {
  if (token.nesting >= 0 && DARK.test(String(token.attrGet("class") ?? ""))) return true;
  const address = token.type === "image" ? String(token.attrGet("src") ?? "") : "";
  const mode = MODE.exec(address)?.[1];
  if (mode === "light") token.attrSet("src", address.replace(MODE, ""));
  return mode === "dark";
}

/** The index of the token that ends what begins at another. */
function endOf(tokens: readonly Token[], start: number): number {
  let depth = 0;
  for (let index = start; index < tokens.length; index++) {
    depth += tokens[index]!.nesting;
    if (depth <= 0) return index;
  }
  return tokens.length - 1;
}

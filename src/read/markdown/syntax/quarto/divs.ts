/**
 * Divs that mean more than a class: callouts, figures of several pictures, tables with a caption below, theorems, tabs and
 * what is for one format alone, as Quarto has them, and bookdown before it.
 */
import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { calloutDiv } from "./callout-div.js";
import { conditionalDiv } from "./conditional-div.js";
import type { Div, DivReader } from "./div.js";
import { floatDiv } from "./float-div.js";
import { columnDiv } from "./layout/column-div.js";
import { layoutDiv } from "./layout/layout-div.js";
import { tabsetDiv } from "./tabset-div.js";
import { theoremDiv } from "./theorem-div.js";

const READERS: readonly DivReader[] = [
  conditionalDiv,
  calloutDiv,
  theoremDiv,
  tabsetDiv,
  columnDiv,
  floatDiv,
  layoutDiv,
];

export function quartoDivs(md: MarkdownIt): void {
  md.core.ruler.after("block_attributes", "quarto_divs", (state) => {
    if (state.tokens.some(({ type }) => type === "div_open")) state.tokens = readDivs(state.tokens, state);
  });
}

/** Inner divs first. They are never nested deeper than the parser goes. */
function readDivs(tokens: readonly Token[], state: StateCore): Token[] {
  const open: { readonly token: Token; readonly content: Token[] }[] = [];
  const top: Token[] = [];
  for (const token of tokens) {
    const content = open.at(-1)?.content ?? top;
    if (token.type === "div_open") open.push({ token, content: [] });
    else if (token.type === "div_close" && open.length > 0) {
      const div = open.pop()!;
      const outer = open.at(-1)?.content ?? top;
      const read = readDiv({ open: div.token, content: div.content, close: token }, state);
      for (const each of read) outer.push(each);
    } else content.push(token);
  }
  return top;
}

function readDiv(div: Div, state: StateCore): readonly Token[] {
  for (const read of READERS) {
    const tokens = read(div, state);
    if (tokens) return tokens;
  }
  return [div.open, ...div.content, div.close];
}

/** Reads Markdown that a rule has written itself, for a mark that other Markdown already says: a citation of LaTeX, of MyST. */
import type { StateInline } from "markdown-it";
import type { PlacedToken } from "../context.js";

/**
 * Puts what a text says at the end of the line so far.
 *
 * @param start where all of it stands; by default where the rule begins.
 */
export function pushMarkdown(state: StateInline, text: string, start = state.pos): void {
  const tokens: PlacedToken[] = [];
  state.md.inline.parse(text, state.md, state.env, tokens);
  // The words before it are not yet among the tokens.
  if (state.pending !== "") state.pushPending();
  for (const token of tokens) {
    state.tokens.push(Object.assign(token, { start }));
    state.tokens_meta.push({ delimiters: [] });
  }
}

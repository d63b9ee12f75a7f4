import type { Token } from "markdown-it";

/** One by one: a call takes about a hundred thousand arguments, and a long list in a block has more tokens. */
export function pushTokens(to: Token[], tokens: readonly Token[]): void {
  for (const token of tokens) to.push(token);
}

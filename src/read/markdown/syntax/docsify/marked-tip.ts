/** `!> Important.` and `?> A tip.` of Docsify: a paragraph that is a callout. */
import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { closeCallout, openCallout } from "../callout/tokens.js";

const MARK = /^([!?])>[ \t]*/;
const KINDS: Readonly<Record<string, string>> = { "!": "important", "?": "tip" };

export function markedTip(md: MarkdownIt): void {
  md.core.ruler.after("block_attributes", "marked_tip", readTips);
}

function readTips(state: StateCore): void {
  const kept: Token[] = [];
  let isOpen = false;
  for (const [index, token] of state.tokens.entries()) {
    const inline = token.type === "paragraph_open" ? state.tokens[index + 1] : undefined;
    const [mark, sign = ""] = MARK.exec(inline?.content ?? "") ?? [];
    if (inline !== undefined && mark !== undefined) {
      isOpen = true;
      inline.content = inline.content.slice(mark.length);
      const tip = openCallout(state, { kind: KINDS[sign]! }, token.map![0]);
      tip[0]!.map = token.map;
      kept.push(...tip);
    }
    kept.push(token);
    if (!isOpen || token.type !== "paragraph_close") continue;
    isOpen = false;
    kept.push(closeCallout(state));
  }
  state.tokens = kept;
}

/**
 * Cross-references of MkDocs (autorefs), `[words][identifier]` and `[identifier][]`, which no definition stands for: they
 * lead to a heading of any page, or to what is documented of code, which is in no book.
 */
import type { MarkdownIt, StateInline } from "markdown-it";
import { OUTER_REFERENCE } from "../../../../model/outer-reference.js";

const IDENTIFIER = /\[([^[\]\n]*)\]/y;

export function crossReference(md: MarkdownIt): void {
  md.inline.ruler.after("link", "cross_reference", readReference);
}

function readReference(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax, md } = state;
  if (src[pos] !== "[") return false;
  const end = md.helpers.parseLinkLabel(state, pos, true);
  IDENTIFIER.lastIndex = end + 1;
  const [, identifier] = (end < 0 ? undefined : IDENTIFIER.exec(src)) ?? [];
  const after = IDENTIFIER.lastIndex;
  if (identifier === undefined || after > posMax) return false;
  const words = src.slice(pos + 1, end);
  const target = identifier.trim() || words.replace(/[`*]/g, "").trim();
  if (target === "") return false;
  if (!silent) {
    state.push("link_open", "a", 1).attrs = [
      ["href", `#${encodeURIComponent(target)}`],
      ["class", OUTER_REFERENCE],
    ];
    state.pos = pos + 1;
    state.posMax = end;
    md.inline.tokenize(state);
    state.push("link_close", "a", -1);
  }
  state.pos = after;
  state.posMax = posMax;
  return true;
}

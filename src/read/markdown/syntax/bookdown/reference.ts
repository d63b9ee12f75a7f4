/** References of bookdown, `\@ref(fig:tide)` and `\@ref(low-water)`: the number of a thing or a section. */
import type { MarkdownIt, StateInline } from "markdown-it";
import { pushReference } from "../reference-token.js";

const REFERENCE = /\\@ref\(([^\s()]{1,200})\)/y;

export function bookdownReference(md: MarkdownIt): void {
  md.inline.ruler.before("escape", "bookdown_reference", readReference);
}

function readReference(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith("\\@ref(", state.pos)) return false;
  REFERENCE.lastIndex = state.pos;
  const match = REFERENCE.exec(state.src);
  if (!match || REFERENCE.lastIndex > state.posMax) return false;
  const [whole, label = ""] = match;
  if (!silent) {
    // An equation is called by its number as it stands beside it.
    const [before, after] = label.startsWith("eq:") ? ["(", ")"] : ["", ""];
    if (before) state.push("text", "", 0).content = before;
    pushReference(state, label, "number", whole);
    if (after) state.push("text", "", 0).content = after;
  }
  state.pos += whole.length;
  return true;
}

/**
 * Placeholders, `{{ name }}`: marked here, with their place, and filled in for each edition when a
 * book is composed, if it asks for that. `\{{` is marked too, so that it stays what it is.
 *
 * The parser cannot know what an edition asks for, since editions share what is parsed: where
 * nothing is asked for the marks are taken off again and the text is as it was typed.
 */
import type { MarkdownIt, StateInline } from "markdown-it";
import { placeholdersIn } from "../../../model/placeholder.js";

export function placeholder(md: MarkdownIt): void {
  md.inline.ruler.before("escape", "placeholder", markPlaceholder);
}

const KEPT = "\\{{";

function markPlaceholder(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  const rest = src.startsWith("{{", pos) ? src.slice(pos, Math.min(posMax, lineEnd(src, pos))) : "";
  const found = rest === "" ? undefined : placeholdersIn(rest)[0];
  if (found?.start === 0) {
    const end = rest.indexOf("}}") + 2;
    if (!silent) push(state, found.name, rest.slice(0, end));
    state.pos += end;
    return true;
  }
  if (!src.startsWith(KEPT, pos) || pos + KEPT.length > posMax) return false;
  if (!silent) push(state, "", "{{");
  state.pos += KEPT.length;
  return true;
}

/** Longer than the name of any variable, with its braces. */
const LONGEST = 200;

/** A placeholder stands on one line; without a limit a text of braces only would be read again and again. */
function lineEnd(src: string, from: number): number {
  const rest = src.slice(from, from + LONGEST);
  const close = rest.indexOf("}}");
  const end = rest.indexOf("\n");
  const line = end < 0 ? rest.length : end;
  return close < 0 ? from : from + Math.min(line, close + 2);
}

/** A text between two marks, so that it counts wherever plain text is asked for (`alt`). */
function push(state: StateInline, name: string, text: string): void {
  const open = state.push("placeholder_open", "span", 1);
  open.attrSet("data-placeholder", name);
  state.push("text", "", 0).content = text;
  state.push("placeholder_close", "span", -1);
}

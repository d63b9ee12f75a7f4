/**
 * Emoji by their names, `:rocket:`, as on GitHub and in most sites of documentation.
 *
 * A name that is not known is text. Icons of Material for MkDocs, `:material-account:`, are drawings of a
 * web page: a check and a cross say something, the others are left out.
 */
import type { MarkdownIt, StateInline } from "markdown-it";
import { readAttributeList } from "../attribute-list.js";
import { emojiNames } from "./names.js";

const NAME = /:([a-z0-9_+-]+):/y;
const ICON = /^(?:material|fontawesome|octicons|simple)-[a-z]/;
const SPEAKING = /-(?:(check)|(close|cross|xmark|x)(?![a-z]))/;
/** In a time, `10:30:45`, or an address, `a::b::c`, colons are no quotes of a name. */
const BEFORE = /[\p{L}\p{N}:]/u;
const AFTER = /[A-Za-z0-9:]/;

let names: ReadonlyMap<string, string> | undefined;

export function emoji(md: MarkdownIt): void {
  md.inline.ruler.before("escape", "emoji", readEmoji);
}

function readEmoji(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src.charCodeAt(pos) !== 0x3a || (pos > 0 && BEFORE.test(src[pos - 1]!) && !followsEmoji(state)))
    return false;
  NAME.lastIndex = pos;
  const [whole, name] = NAME.exec(src) ?? [];
  if (name === undefined || pos + whole!.length > state.posMax) return false;
  names ??= emojiNames();
  const character = names.get(name) ?? iconOf(name);
  if (character === undefined || isInWord(src, pos + whole!.length)) return false;
  if (!silent) {
    const token = state.push("text_special", "", 0);
    Object.assign(token, { content: character, markup: whole, info: "emoji" });
  }
  // What a list of attributes says is of the drawing.
  state.pos = readAttributeList(src, pos + whole!.length)?.end ?? pos + whole!.length;
  return true;
}

function followsEmoji({ pending, tokens }: StateInline): boolean {
  return pending === "" && tokens.at(-1)?.info === "emoji";
}

/** Another name may follow at once. */
function isInWord(src: string, end: number): boolean {
  if (!AFTER.test(src[end] ?? "")) return false;
  NAME.lastIndex = end;
  return !NAME.test(src);
}

function iconOf(name: string): string | undefined {
  if (!ICON.test(name)) return undefined;
  const [, check, cross] = SPEAKING.exec(name) ?? [];
  if (check) return "✓";
  return cross ? "✗" : "";
}

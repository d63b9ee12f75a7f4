/** Keys of a keyboard as MkDocs has them (`pymdownx.keys`): `++ctrl+alt+del++`, `++"Enter"++`. */
import type { MarkdownIt, StateInline } from "markdown-it";

const KEYS = /\+\+((?:[a-z0-9-]+|"[^"\n]+")(?:\+(?:[a-z0-9-]+|"[^"\n]+"))*)\+\+/iy;
/** Keys that are not called like their names. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ["arrow-down", "↓"],
  ["arrow-left", "←"],
  ["arrow-right", "→"],
  ["arrow-up", "↑"],
  ["cmd", "Cmd"],
  ["ctrl", "Ctrl"],
  ["del", "Del"],
  ["esc", "Esc"],
  ["windows", "Win"],
]);

export function keys(md: MarkdownIt): void {
  md.inline.ruler.before("escape", "keys", readKeys);
}

function readKeys(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith("++", state.pos)) return false;
  KEYS.lastIndex = state.pos;
  const words = KEYS.exec(state.src)?.[1];
  if (words === undefined || KEYS.lastIndex > state.posMax) return false;
  if (!silent) pushKeys(state, words.match(/"[^"]+"|[^+]+/g) ?? []);
  state.pos = KEYS.lastIndex;
  return true;
}

function pushKeys(state: StateInline, words: readonly string[]): void {
  words.forEach((word, index) => {
    if (index > 0) state.push("text", "", 0).content = "+";
    state.push("kbd_open", "kbd", 1);
    state.push("text", "", 0).content = keyName(word);
    state.push("kbd_close", "kbd", -1);
  });
}

/** `page-up` is “Page Up”. */
function keyName(word: string): string {
  if (word.startsWith('"')) return word.slice(1, -1);
  const capital = (part: string) => part.charAt(0).toUpperCase() + part.slice(1);
  return NAMES.get(word.toLowerCase()) ?? word.split("-").map(capital).join(" ");
}

/**
 * Text from manuscripts on a terminal: how wide it is, and nothing in it that steers the terminal.
 *
 * A file name or a line of a manuscript may hold escape sequences or bidirectional overrides
 * (CWE-150): they are shown as signs instead of obeyed.
 */

/** C0 and C1 controls, and the characters that turn the direction of text (UAX #9). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
const STEERING = /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g;
/** East Asian wide and fullwidth characters and emoji take two columns (UAX #11). */
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}|[\u{20000}-\u{3FFFD}]/u;
const COMBINING = /^(?:\p{Mn}|\p{Me}|\u200B|\u200C|\u200D)$/u;

/** The text with control characters as signs: a tab as a space, `␛` for escape, `�` where there is no sign. */
export function printable(text: string): string {
  return text.replace(STEERING, (character) => {
    const code = character.charCodeAt(0);
    if (character === "\t") return " ";
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : "\uFFFD";
  });
}

/** How many columns a text takes on a terminal. */
export function columns(text: string): number {
  let width = 0;
  for (const character of text) width += columnsOf(character);
  return width;
}

function columnsOf(character: string): number {
  if (COMBINING.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

/** The text cut to a width, with `…` where it was cut. */
export function fitted(text: string, width: number): string {
  if (columns(text) <= width) return text;
  let kept = "";
  let used = 1;
  for (const character of text) {
    used += columnsOf(character);
    if (used > width) break;
    kept += character;
  }
  return `${kept}…`;
}

/** The text filled with spaces to a width, on the right. */
export function padded(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - columns(text)));
}

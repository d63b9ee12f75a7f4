/**
 * `は**「強調」**と`: emphasis beside letters that are written without spaces.
 *
 * CommonMark tells by blanks and punctuation whether stars begin or end emphasis (0.31, 6.2), so what authors write
 * in Chinese, Japanese and Korean would stand with its stars. Beside such a letter they may begin emphasis before
 * anything but a blank, and end it behind anything but one: https://github.com/tats-u/markdown-cjk-friendly.
 */
import type { MarkdownIt } from "markdown-it";

const IDEOGRAPH =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303f\uff01-\uffee]/u;

export function emphasisBesideIdeographs(md: MarkdownIt): void {
  const { State } = md.inline;
  md.inline.State = class extends State {
    override scanDelims(start: number, canSplitWord: boolean) {
      const scanned = super.scanDelims(start, canSplitWord);
      // Underscores never begin within a word.
      if (!canSplitWord || (scanned.can_open && scanned.can_close)) return scanned;
      const before = characterBefore(this.src, start);
      const after = characterAt(this.src, start + scanned.length);
      if (!IDEOGRAPH.test(before) && !IDEOGRAPH.test(after)) return scanned;
      return {
        ...scanned,
        can_open: scanned.can_open || !isBlank(after),
        can_close: scanned.can_close || !isBlank(before),
      };
    }
  };
}

function characterAt(text: string, index: number): string {
  return String.fromCodePoint(text.codePointAt(index) ?? 0x20);
}

function characterBefore(text: string, index: number): string {
  return [...text.slice(Math.max(index - 2, 0), index)].at(-1) ?? " ";
}

function isBlank(character: string): boolean {
  return /\s/.test(character);
}

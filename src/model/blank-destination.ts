/**
 * File names with blanks in links and images, as people type them: `![Weir](our pictures/weir (2).png)`.
 *
 * CommonMark wants them in angle brackets, or it is no link: the picture would be missing, and its brackets
 * would be printed. Only what ends like the name of a file is taken for one. Texts and summaries read it.
 */
import type { MarkdownIt } from "markdown-it";

const FILE =
  /(?:[^()<>\n"\\]|\\(?=[\w.])|\([^()<>\n"]*\))+?\.(?:avif|gif|html?|jpe?g|markdown|md|mdown|pdf|png|svg|webp)(?:[?#][^()<>\s"]*)?(?=[ \t]*\)|[ \t]+["'])/iy;
const BLANK = /[ \t]/;
/** Where a destination ends, or its title begins (CommonMark 0.31, 6.3). */
const AFTER = /[ \t]*(?:\n|\)|["']|\([^()]*\)\s*\)|$)/y;

export function blankDestination(md: MarkdownIt): void {
  const { helpers } = md;
  const plain = helpers.parseLinkDestination;
  helpers.parseLinkDestination = (text, start, end) => {
    const found = plain.call(helpers, text, start, end);
    if (text[start] === "<" || (found.ok && matchAt(AFTER, text, found.pos))) return found;
    const name = matchAt(FILE, text, start);
    if (name === undefined || !BLANK.test(name) || start + name.length > end) return found;
    return { ok: true, pos: start + name.length, str: md.utils.unescapeAll(name) };
  };
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

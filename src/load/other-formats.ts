/** Files that hold a book in a form that is not read: what their owner can do. */
import { extname } from "node:path";

/** What Pandoc turns into Markdown: https://pandoc.org/MANUAL.html#general-options. */
const OF_PANDOC = new Set([".docx", ".fb2", ".odt", ".org", ".rst", ".rtf", ".tex", ".textile"]);
const FINISHED = new Set([".epub", ".pdf"]);

/** How a book comes out of such a file, for a hint; undefined for others. */
export function wayToMarkdown(name: string): string | undefined {
  if (!OF_PANDOC.has(extname(name).toLowerCase())) return undefined;
  const text = quoted(`${name.slice(0, -extname(name).length)}.md`);
  return `Convert it to Markdown first: pandoc ${quoted(name)} --wrap=none --extract-media=images -o ${text}`;
}

/** What can be done with a file by itself, for a hint. */
export function useOf(name: string): string | undefined {
  const isFinished = FINISHED.has(extname(name).toLowerCase());
  return isFinished ? "Use colophon check to look at a finished file" : wayToMarkdown(name);
}

/** A word of a shell. */
function quoted(name: string): string {
  return /^[\w./-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`;
}

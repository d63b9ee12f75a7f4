/** The outline of the PDF (bookmarks): the table of contents, as deep as the book goes. */
import type { ContentsEntry } from "../../model/book.js";
import type { OutlineEntry } from "../../model/print.js";

export function outlineOf(contents: readonly ContentsEntry[]): OutlineEntry[] {
  return contents.map(({ id, label, title, level, children }) => ({
    id,
    title: label === undefined ? title : `${label} ${title}`,
    children: outlineOf(children),
    expanded: level === 0,
  }));
}

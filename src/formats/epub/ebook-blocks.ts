/** The blocks of the sources by the document that shows them. */
import { placedBlocks } from "../../adapt/placed-blocks.js";
import type { Book } from "../../model/book.js";
import type { EpubDocument } from "../../model/ebook.js";
import type { SourceMap } from "../../model/source-map.js";

export function ebookBlocks(book: Book, documents: readonly EpubDocument[]): SourceMap {
  const hrefs = new Map(documents.map(({ section, href }) => [section, href]));
  const blocks = placedBlocks(book).flatMap(({ section, source, text }) => {
    const href = hrefs.get(section);
    return href === undefined || text === "" ? [] : [{ source, href, text }];
  });
  return { format: "epub", blocks };
}

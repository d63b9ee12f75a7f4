/** The page list of an ebook: the pages of its print edition, as navigation document, NCX and metadata need them. */
import { numberIn } from "../../../language/digits.js";
import { EPUB_FILES, type EpubDocument } from "../../../model/ebook.js";
import type { PageSource } from "../../../model/pages.js";
import type { MarkedBook } from "../content/pages.js";

export interface PageList extends Pick<MarkedBook, "openings" | "inContents"> {
  /** In reading order. */
  readonly entries: readonly PageListEntry[];
  /** What the print edition is called by. */
  readonly source: string;
}

export interface PageListEntry {
  readonly folio: string;
  readonly href: string;
}

/** Undefined when no printed page begins anywhere in the ebook: then it claims no page numbers. */
export function pageList(
  { marks, openings, inContents }: MarkedBook,
  documents: readonly EpubDocument[],
  source: PageSource | undefined,
): PageList | undefined {
  if (source === undefined || marks.length === 0) return undefined;
  const hrefs = new Map(documents.map(({ section, href }) => [section, href]));
  const entries = marks.map(({ folio, id, section }) => ({
    folio,
    // The contents have no document of their own: they are the navigation document.
    href: `${hrefs.get(section) ?? EPUB_FILES.navigation}#${id}`,
  }));
  return { entries, openings, inContents, source: source.identifier };
}

/** The pages as the NCX lists them (DAISY 2005, `pageList`): front matter apart from the rest. */
export function ncxPages({ entries }: PageList, firstPlayOrder: number) {
  return entries.map(({ folio, href }, index) => ({
    folio,
    href,
    id: `page-target-${index + 1}`,
    playOrder: firstPlayOrder + index,
    type: numberIn(folio) === undefined ? "front" : "normal",
    value: numberIn(folio)?.toString(),
  }));
}

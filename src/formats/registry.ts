/**
 * The formats that editions can have, each with the stages that turn a composed book into a file.
 *
 * A format's code is loaded when an edition needs it: most builds need little of it.
 */

import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Book } from "../model/book.js";
import type { PageSource, PrintPages } from "../model/pages.js";
import type { Format, PdfEdition } from "../model/publication.js";
import type { SourceMap } from "../model/source-map.js";
import type { Checker } from "./epub/check/checker.js";
import type { PdfContext } from "./pdf/index.js";

export interface FormatContext extends PdfContext {
  /** The print edition whose page numbers an ebook carries. */
  readonly pageSource?: PageSource | undefined;
  /** Checks ebooks beside everything else. */
  readonly checker: Checker;
  /** Archive of the official EPUBCheck: `EPUBCHECK_JAR`, when it is set. */
  readonly officialJar?: string | undefined;
  /** Ends what takes long. */
  readonly signal?: AbortSignal | undefined;
}

export interface Produced {
  readonly bytes: Uint8Array;
  /** Pages of a PDF, content documents of an EPUB. */
  readonly extent: number;
  readonly diagnostics: readonly Diagnostic[];
  /** Words of its text. */
  readonly words?: number;
  /** The browser that laid out its pages, or the pages that an ebook names. */
  readonly browser?: string;
  /** It was made by an earlier build. */
  readonly reused?: true;
  /** Where the pages of a PDF begin. */
  readonly printPages?: PrintPages;
  /** Where the blocks of the sources are; not known of an edition that was kept from an earlier build. */
  readonly sourceMap?: () => SourceMap;
  /** Files of the publication that the theme uses, outside of `styles/` and `templates/`: SHA-256 by path. */
  readonly themeFiles?: ReadonlyMap<string, string>;
  /** Every file that it was made of, relative to the publication's folder. */
  readonly inputs?: readonly string[];
}

export type Produce = (book: Book, context: FormatContext) => Promise<Produced>;

export const FORMATS: Readonly<Record<Format, Produce>> = {
  pdf: async (book, context) => {
    const { publishPdf } = await import("./pdf/index.js");
    const { pages, ...published } = await publishPdf(book, book.edition as PdfEdition, context);
    return { extent: pages, ...published };
  },
  epub: async (book, { root, pageSource, sourceDateEpoch, onStage, helpers, store, ...rest }) => {
    onStage("package");
    const { publishEpub } = await import("./epub/index.js");
    const { checker, officialJar, signal } = rest;
    const context = { root, pageSource, helpers, sourceDateEpoch, store, checker, officialJar, signal };
    const { documents, ...published } = await publishEpub(book, context);
    return { extent: documents, ...published };
  },
};

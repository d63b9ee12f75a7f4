/**
 * The formats that editions can have, each with the stages that turn a composed book into a file.
 *
 * A format's code is loaded when an edition needs it: most builds need little of it.
 */
import type { Diagnostic } from "./diagnostics/diagnostic.js";
import type { Book } from "./model/book.js";
import type { Format, PdfEdition } from "./model/publication.js";
import type { PdfContext } from "./print/index.js";

export type FormatContext = PdfContext;

export interface Produced {
  readonly bytes: Uint8Array;
  /** Pages of a PDF, content documents of an EPUB. */
  readonly extent: number;
  readonly diagnostics: readonly Diagnostic[];
}

export type Produce = (book: Book, context: FormatContext) => Promise<Produced>;

export const FORMATS: Readonly<Record<Format, Produce>> = {
  pdf: async (book, context) => {
    const { publishPdf } = await import("./print/index.js");
    const { bytes, pages, diagnostics } = await publishPdf(book, book.edition as PdfEdition, context);
    return { bytes, extent: pages, diagnostics };
  },
  epub: async (book, { root, onStage }) => {
    onStage("package");
    const { publishEpub } = await import("./epub/index.js");
    const { bytes, documents, diagnostics } = await publishEpub(book, { root, ...sourceDateEpoch() });
    return { bytes, extent: documents, diagnostics };
  },
};

/** `SOURCE_DATE_EPOCH` stands in for the publication's date (reproducible-builds.org). */
function sourceDateEpoch(): { sourceDateEpoch?: number } {
  const seconds = Number(process.env.SOURCE_DATE_EPOCH ?? Number.NaN);
  return Number.isFinite(seconds) ? { sourceDateEpoch: seconds } : {};
}

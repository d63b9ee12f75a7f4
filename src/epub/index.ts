/** Publishes a book as an EPUB: render, package, pack, check. */
import { checkEpub } from "../check/epub.js";
import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.js";
import type { Book } from "../model/book.js";
import { renderEpub } from "../render/epub.js";
import { toXhtml } from "../render/epub-xhtml.js";
import { loadStyles } from "../render/styles.js";
import { loadTheme } from "../render/templates.js";
import { coverOf, type Rasterise } from "./cover.js";
import { modifiedAt } from "./modified.js";
import { packEpub } from "./pack.js";
import { packageEpub } from "./package.js";

export interface EpubContext {
  /** The publication's folder: its own `templates/` and `styles/` are read from there. */
  readonly root: string;
  /** Seconds since 1970 in place of the publication's date: `SOURCE_DATE_EPOCH`, when it is set. */
  readonly sourceDateEpoch?: number;
  readonly rasterise?: Rasterise;
}

export interface PublishedEpub {
  readonly bytes: Uint8Array;
  /** Content documents in the spine, the cover page and the contents included. */
  readonly documents: number;
  /** With an error among them, the bytes must not be published. */
  readonly diagnostics: readonly Diagnostic[];
}

export async function publishEpub(book: Book, context: EpubContext): Promise<PublishedEpub> {
  const diagnostics: Diagnostic[] = [];
  const report = (each: Diagnostic) => void diagnostics.push(each);
  const theme = loadTheme(book.edition.theme, "epub", context.root);
  const documents = renderEpub(book, theme, report);
  const cover = await coverOf(book, theme, context.rasterise, report);
  const modified = modifiedAt(book.metadata.date, context.sourceDateEpoch);
  const styles = loadStyles(book.edition.theme, "epub", context.root);
  const files = packageEpub(book, documents, { theme, styles, cover, modified, toXhtml });
  const bytes = await packEpub(files, modified);
  // What is already known to be wrong would only be found once more, in other words.
  if (!hasErrors(diagnostics)) diagnostics.push(...(await checkEpub(bytes)));
  return { bytes, documents: spineLength(files), diagnostics };
}

function spineLength(
  files: readonly { readonly path: string; readonly content: string | Uint8Array }[],
): number {
  const opf = files.find((file) => file.path === "EPUB/package.opf")!;
  return String(opf.content).match(/<itemref /g)?.length ?? 0;
}

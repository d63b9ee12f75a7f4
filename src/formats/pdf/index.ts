/** Publishes a book as a PDF: render, paginate, assemble. */
import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.js";
import type { Book } from "../../model/book.js";
import type { MadeWith } from "../../model/edition-result.js";
import type { Facts } from "../../model/facts.js";
import type { PrintPages } from "../../model/pages.js";
import type { PdfEdition } from "../../model/publication.js";
import type { SourceMap } from "../../model/source-map.js";
import { type CredentialsOf, reportLostCredentials } from "../lost-credentials.js";
import { assemblyOf } from "./assembly-of.js";
import type { PdfContext } from "./context.js";
import { dress } from "./dressing.js";
import { pagesOf } from "./page-beginnings.js";
import { faultsOfPages } from "./page-faults.js";
import { layOutPrint } from "./paginate/lay-out-print.js";
import { pagedVersion } from "./paginate/paged.js";
import type { Pagination } from "./paginate/paginate.js";
import { printedBlocks } from "./printed-blocks.js";
import { renderPrint } from "./render/render.js";
import { setTexts } from "./render/set-texts.js";
import { knowDrafts } from "./sections/known-drafts.js";
import { knownBlocks, knowSections } from "./sections/known-sections.js";
import { sectionStore } from "./sections/section-store.js";
import { sheetOf } from "./sheet.js";

export interface PublishedPdf {
  readonly bytes: Uint8Array;
  /** Undefined when nothing can be published. */
  readonly facts?: Facts;
  /** Where they begin; undefined when nothing can be published. */
  readonly printPages?: PrintPages;
  readonly madeWith?: MadeWith;
  /** Where the blocks of the sources are on them. */
  readonly words?: number;
  readonly sourceMap?: () => Promise<SourceMap>;
  /** See `Produced`. */
  readonly themeFiles?: ReadonlyMap<string, string>;
  /** With an error among them, the bytes must not be published. */
  readonly diagnostics: readonly Diagnostic[];
}

/** JPEG files are in a PDF as they are; of others the browser writes the pixels. */
const CREDENTIALS: CredentialsOf = {
  isKept: (_, { mediaType }) => mediaType === "image/jpeg",
  reason: "since a PDF has its pixels alone",
  hint: "Save it as JPEG before it is signed: JPEG files are in a PDF as they are",
};

export async function publishPdf(
  composed: Book,
  edition: PdfEdition,
  context: PdfContext,
): Promise<PublishedPdf> {
  const diagnostics: Diagnostic[] = [];
  const report = (each: Diagnostic) => void diagnostics.push(each);
  context.onStage("render");
  // Who declares nothing of pictures has not asked.
  if (edition.provenance !== undefined) reportLostCredentials(composed, CREDENTIALS, report);
  const { parts } = context;
  const store = sectionStore(context.store);
  const { facts, ...sections } = await knowSections(composed, parts, store);
  const dressing = await dress(edition, setTexts(sections.book, facts), context, report);
  const { book, abridged, drafts } = await knowDrafts(sections, edition, dressing, parts, store);
  const print = renderPrint(book, edition, dressing, context, drafts);
  context.onStage("paginate");
  const [pagination, { assemble }] = await Promise.all([
    layOutPrint(print, `${context.root}\0${edition.id}`, context, report),
    // Fonts and PDF are large to load: that is done while the browser is at work.
    import("./assemble/assemble.js"),
  ]);
  if (!pagination) return { bytes: new Uint8Array(), diagnostics };
  diagnostics.push(...faultsOfPages(pagination.laidOut, print, diagnostics));
  context.onStage("assemble");
  const assembled = await assemble(
    await assemblyOf(print, pagination, dressing.fonts, sheetOf(edition), context.store),
  );
  for (const id of assembled.unresolved) {
    report(diagnostic("broken-link", `No page has the place \`#${id}\` that a link leads to`));
  }
  return {
    bytes: assembled.bytes,
    facts: assembled.facts,
    printPages: pagesOf(pagination),
    madeWith: {
      browser: browserOf(assembled.producer),
      pagedjs: await pagedVersion(),
      ...unplannedIn(pagination),
    },
    words: facts.reduce((sum, { words }) => sum + words, 0),
    sourceMap: async () => printedBlocks(pagination, await knownBlocks({ book, abridged }, parts, store)),
    themeFiles: dressing.files,
    diagnostics,
  };
}

function unplannedIn({ placed, laidOut }: Pagination): Pick<MadeWith, "unplanned"> {
  const unplanned = laidOut.flatMap(({ unplanned: reason }, index) =>
    reason === undefined ? [] : [{ section: placed[index]!.run.title, reason }],
  );
  return unplanned.length === 0 ? {} : { unplanned };
}

/** Chromium's PDF library has the number of the browser (`Skia/PDF m143`). */
function browserOf(producer: string): string {
  return producer.replace(/^Skia\/PDF m/, "Chromium ");
}

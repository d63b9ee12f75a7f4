/** Publishes a book as a PDF: render, paginate, assemble. */
import { readFile } from "node:fs/promises";
import { programFingerprint } from "../../cache/fingerprint.js";
import { keyOf, type Store } from "../../cache/store.js";
import { type Diagnostic, diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import type { Book } from "../../model/book.js";
import type { Facts } from "../../model/facts.js";
import type { Limits } from "../../model/limits.js";
import type { PrintPages } from "../../model/pages.js";
import type { PdfEdition } from "../../model/publication.js";
import { servedAddress } from "../../model/served.js";
import type { SourceMap } from "../../model/source-map.js";
import { letEventsRun } from "../../runtime/event-loop.js";
import { inIdleTime } from "../../runtime/idle-time.js";
import type { FontFace, ThemeFonts } from "../../theme/fonts/fonts.js";
import { settingsOf } from "../../theme/fonts/wanted-looks.js";
import { completeFonts } from "../../theme/glyphs/glyphs-missing.js";
import { readStyles } from "../../theme/styles/read-styles.js";
import { templatePictures } from "../../theme/templates/template-pictures.js";
import { loadTheme } from "../../theme/templates/templates.js";
import type { MakingContext } from "../format.js";
import type { AssemblyInput, DocumentInformation, PrintedRun, SegmentStore } from "./assemble/assembly.js";
import { piecesOf } from "./assemble/pieces-of.js";
import { folioSlots } from "./folio-slots.js";
import { boxesPrinted, reportReading } from "./losses.js";
import { outlineOf } from "./outline.js";
import { pagesOf } from "./page-beginnings.js";
import { pageLabels } from "./paginate/folios.js";
import { readHistory, writeHistory } from "./paginate/history.js";
import { type Pagination, type PaginationProgress, paginate } from "./paginate/paginate.js";
import { cachedLayout } from "./paginate/run-cache.js";
import { withSecondTries } from "./paginate/second-tries.js";
import { RunsStopped, stoppedDiagnostic } from "./paginate/stopped.js";
import { printedBlocks } from "./printed-blocks.js";
import { renderPrint } from "./render/render.js";
import { reportImages } from "./resolution.js";
import { serveBook } from "./serve.js";
import { boxesOf, otherSheets, sheetOf } from "./sheet.js";

export interface PublishedPdf {
  readonly bytes: Uint8Array;
  /** Undefined when nothing can be published. */
  readonly facts?: Facts;
  /** Where they begin; undefined when nothing can be published. */
  readonly printPages?: PrintPages;
  /** The browser that printed them: `Chromium 143`. */
  readonly browser?: string;
  /** Where the blocks of the sources are on them. */
  readonly sourceMap?: () => SourceMap;
  /** See `Produced`. */
  readonly themeFiles?: ReadonlyMap<string, string>;
  /** With an error among them, the bytes must not be published. */
  readonly diagnostics: readonly Diagnostic[];
}

export async function publishPdf(
  book: Book,
  edition: PdfEdition,
  context: MakingContext,
): Promise<PublishedPdf> {
  const diagnostics: Diagnostic[] = [];
  const report = (each: Diagnostic) => void diagnostics.push(each);
  const { root, pool, limits, store, digests, onStage, helpers } = context;
  const { themeFolders: folders } = edition;
  onStage("render");
  const places = { theme: edition.theme, root, folders };
  const styles = await readStyles({
    places,
    dress: "print",
    addressOf: (picture) => servedAddress("theme", picture),
    trim: edition.trim,
    settings: settingsOf(edition.variables),
    limits,
    store,
    report,
  });
  await letEventsRun();
  const fonts = await completeFonts(styles, book, root, report, store);
  await letEventsRun();
  const shown = await templatePictures({
    places,
    dress: "print",
    addressOf: ({ name }) => servedAddress("theme", name),
    adapt: async (picture) => picture,
    limits,
    report,
  });
  const theme = loadTheme(edition.theme, "print", root, { folders, helpers, texts: shown.texts });
  const runs = renderPrint(book, edition, theme, fonts);
  onStage("paginate");
  // Fonts and PDF are large to load: that is done while the browser is at work.
  const assembler = inIdleTime(() => import("./assemble/assemble.js"));
  const pictures = new Map([...styles.pictures, ...shown.pictures]);
  const layOut = withSecondTries(
    cachedLayout(store, pool, sheetOf(edition), serveBook(book, fonts, pictures)),
  );
  const name = `${root}\0${edition.id}`;
  const history = await readHistory(store, name);
  const onProgress = (progress: PaginationProgress) => onStage("paginate", progress);
  const request = { runs, layOut, history, digests, report, onProgress };
  const pagination = await paginate(request).catch((error: unknown) => reportStopped(error, limits, report));
  if (!pagination) return { bytes: new Uint8Array(), diagnostics };
  await writeHistory(store, name, pagination.history);
  for (const { survey, reading } of pagination.laidOut) {
    reportReading(reading, book, report);
    reportImages(survey, report);
  }
  const readings = pagination.laidOut.map(({ reading }) => reading);
  diagnostics.push(...boxesPrinted(readings, book, diagnostics));
  onStage("assemble");
  const { assemble } = await assembler();
  const assembly = await assemble(await assemblyOf(book, edition, pagination, fonts, context));
  for (const id of assembly.unresolved) {
    report(diagnostic("broken-link", `No page has the place \`#${id}\` that a link leads to`));
  }
  const { bytes, facts, producer } = assembly;
  const sourceMap = () => printedBlocks(pagination, book);
  const themeFiles = new Map([...styles.files, ...shown.files]);
  const pages = { printPages: pagesOf(pagination), browser: browserOf(producer), sourceMap };
  return { bytes, facts, ...pages, themeFiles, diagnostics };
}

function reportStopped(error: unknown, limits: Limits, report: Report): undefined {
  if (!(error instanceof RunsStopped)) throw error;
  for (const run of error.runs) report(stoppedDiagnostic(run, limits));
}

async function assemblyOf(
  book: Book,
  edition: PdfEdition,
  pagination: Pagination,
  fonts: ThemeFonts,
  context: MakingContext,
): Promise<AssemblyInput> {
  const last = pagination.placed.at(-1);
  const total = last === undefined ? 0 : last.start + last.pages;
  const runs = pagination.placed.map((placed, index): PrintedRun => {
    const { prepared, survey } = pagination.laidOut[index]!;
    const slots = folioSlots(survey.folios, { placed, total }, fonts.faces);
    // Paged.js gives ids of its own to notes, at random: nothing leads there.
    const anchors = survey.anchors.filter(({ id }) => book.anchors.has(id));
    return { prepared, blankBefore: placed.blankBefore, anchors, slots };
  });
  const sheet = sheetOf(edition);
  return {
    runs,
    labels: pageLabels(pagination.placed),
    outline: outlineOf(book.contents),
    information: informationOf(book, context),
    boxes: boxesOf(sheet),
    otherBoxes: otherSheets(sheet, fonts.sizes).map(boxesOf),
    fonts: await readFonts(runs, fonts.faces),
    segments: await segmentsIn(context.store),
  };
}

async function segmentsIn(store: Store): Promise<SegmentStore> {
  const program = await programFingerprint();
  return {
    read: (name) => store.read("segment", keyOf(program, name)),
    write: (name, content) => store.write("segment", keyOf(program, name), content),
  };
}

async function readFonts(
  runs: readonly PrintedRun[],
  faces: readonly FontFace[],
): Promise<Map<string, Uint8Array>> {
  const files = new Set(runs.flatMap((run) => run.slots.flatMap(piecesOf).map(({ font }) => font)));
  const own = new Map(faces.flatMap(({ file, own }) => (own ? [[file, own.bytes]] : [])));
  const read = [...files].map(async (file) => [file, own.get(file) ?? (await readFile(file))] as const);
  return new Map(await Promise.all(read));
}

/** Chromium's PDF library has the number of the browser (`Skia/PDF m143`). */
function browserOf(producer: string): string {
  return producer.replace(/^Skia\/PDF m/, "Chromium ");
}

function informationOf({ metadata }: Book, context: MakingContext): DocumentInformation {
  const { title, subtitle, description, publisher, rights, language, identifier } = metadata;
  const { creator, sourceDateEpoch: epoch } = context;
  const date = epoch === undefined ? metadata.date : new Date(epoch * 1000).toISOString().replace(".000", "");
  return {
    title: subtitle ? `${title}: ${subtitle}` : title,
    authors: metadata.contributors.filter(({ role }) => role === "aut").map(({ name }) => name),
    keywords: metadata.subjects.map(({ term }) => term),
    language,
    creator,
    ...(date === undefined ? {} : { date }),
    identifier,
    ...(description === undefined ? {} : { subject: description }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(rights === undefined ? {} : { rights }),
  };
}

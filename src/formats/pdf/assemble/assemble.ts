/**
 * Makes one tagged PDF of the runs that the browser printed.
 *
 * The browser prints run by run because that is fast and can be cached; what spans runs
 * (pages in order, links, the outline, page labels, the structure tree, folios) is put
 * together here, object by object, so that nothing of a run is lost.
 */
import { PDFContext } from "@cantoo/pdf-lib";
import { direction } from "../../../language/words.js";
import type { Assembly, AssemblyInput, SegmentStore } from "./assembly.js";
import { collectDestinations, writeDestinations } from "./destinations.js";
import { factsOf } from "./facts.js";
import { type Fill, fillMarks } from "./fill-marks.js";
import { embedFolioFonts, type FolioFont } from "./folio-fonts.js";
import { drawFolios, type PageFolios } from "./folios.js";
import { writeInformation } from "./information.js";
import { type NumberedRun, numberRuns } from "./number-runs.js";
import { writeOutline } from "./outline.js";
import { writePageLabels } from "./page-labels.js";
import { type PlacedSheet, writePageTree } from "./pages.js";
import { writeRun } from "./run-segment.js";
import { serialize } from "./serialize.js";
import { uniteStructure } from "./structure.js";
import { textString } from "./text-string.js";
import { writePages } from "./write-pages.js";

/**
 * Assembles the runs into one PDF 1.7 file (ISO 32000-1). Same input, same bytes.
 *
 * Ids that a link or the outline names and that no run has come back as `unresolved`;
 * those links are left without an action.
 *
 * @throws When a slot or an anchor is on a page that its run does not have, or a slot's font
 * is missing.
 */
export async function assemble(input: AssemblyInput): Promise<Assembly> {
  const context = PDFContext.create();
  const document = context.nextRef();
  const boxes = [input.boxes ?? [], input.otherBoxes ?? []].flat();
  const placed = numberRuns(context, input.runs, document, boxes);
  const { runs } = placed;
  const unresolved = new Set<string>();
  const miss = (id: string): undefined => {
    unresolved.add(id);
    return undefined;
  };
  const language = textString(input.information.language);
  const plain: Fill = { destination: () => undefined, language: language.toString() };
  const destinations = collectDestinations(runs, (text, run) => fillMarks(text, run, plain));
  const { segments = NOTHING_KEPT } = input;
  // Side by side: most of it is waiting for what is kept.
  const written = await Promise.all(
    runs.map((run) => {
      const fill = { ...plain, destination: (id: string) => destinations.find(id, run) ?? miss(id) };
      return writeRun(context, run, fill, segments);
    }),
  );
  const folioFonts = await embedFolioFonts(
    context,
    input.fonts,
    input.runs.flatMap((run) => run.slots),
    segments,
  );
  const folios = drawAllFolios(context, input, runs, folioFonts);
  const outline = writeOutline(context, input.outline, destinations, miss);
  const named = writeDestinations(context, destinations);
  const producer = runs[0]?.run.outline.producer ?? input.information.creator;
  const { info, metadata } = writeInformation(context, input.information, producer);
  const sheets = runs.flatMap((run) => (run.blank ? [run.blank, ...run.sheets] : run.sheets));
  const tree = writePageTree(
    context,
    sheets.map(({ ref }) => ref),
  );
  const catalog = context.register(
    context.obj({
      Type: "Catalog",
      Pages: tree.root,
      PageLabels: writePageLabels(context, input.labels),
      Names: named === undefined ? undefined : { Dests: named },
      ViewerPreferences: viewerPreferences(input.information.language),
      PageMode: outline === undefined ? undefined : "UseOutlines",
      Outlines: outline,
      Metadata: metadata,
      StructTreeRoot: uniteStructure(context, placed, input.information.language, document),
      MarkInfo: { Marked: true },
      Lang: language,
    }),
  );
  const printed = {
    texts: writePages(runs, tree, folios, plain),
    streams: written.flatMap(({ streams }) => streams),
    objectStreams: written.flatMap(({ objectStreams }) => objectStreams),
  };
  const bytes = await serialize(context, catalog, info, printed, segments);
  const facts = factsOf(placed, sheets.length, input.information.language, folioFonts);
  return { bytes, facts, producer, unresolved: [...unresolved] };
}

/** A viewer that shows two pages side by side has to know which one is read first (ISO 32000-1, table 150). */
function viewerPreferences(language: string) {
  return { DisplayDocTitle: true, Direction: direction(language) === "rtl" ? "R2L" : undefined };
}

const NOTHING_KEPT: SegmentStore = { read: async () => undefined, write: async () => undefined };

function drawAllFolios(
  context: PDFContext,
  input: AssemblyInput,
  runs: readonly NumberedRun[],
  fonts: ReadonlyMap<string, FolioFont>,
): ReadonlyMap<PlacedSheet, PageFolios> {
  const pages = runs.flatMap(({ sheets }, run) => {
    const slots = input.runs[run]!.slots;
    const outside = slots.find((slot) => sheets[slot.page] === undefined);
    if (outside !== undefined) {
      throw new RangeError(
        `Folio ${outside.text} is on page ${outside.page} of a run of ${sheets.length} pages`,
      );
    }
    return sheets.map((sheet, page) => ({ sheet, slots: slots.filter((slot) => slot.page === page) }));
  });
  return drawFolios(context, pages, fonts);
}

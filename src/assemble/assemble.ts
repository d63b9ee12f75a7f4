/**
 * Makes one tagged PDF of the runs that the browser printed.
 *
 * The browser prints run by run because that is fast and can be cached; what spans runs
 * (pages in order, links, the outline, page labels, the structure tree, folios) is put
 * together here, object by object, so that nothing of a run is lost.
 */
import { PDFContext } from "@cantoo/pdf-lib";
import type { Assembly, AssemblyInput } from "./assembly.js";
import { collectDestinations, type PlacedRun, writeDestinations } from "./destinations.js";
import { embedFolioFonts } from "./folio-fonts.js";
import { drawFolios } from "./folios.js";
import { importRun } from "./import-run.js";
import { writeInformation } from "./information.js";
import { resolveLinks } from "./links.js";
import { writeOutline } from "./outline.js";
import { writePageLabels } from "./page-labels.js";
import { blankSheet, placeSheet, writePageTree } from "./pages.js";
import { serialize } from "./serialize.js";
import { shareResources } from "./share.js";
import { uniteStructure } from "./structure.js";
import { textString } from "./text-string.js";

/**
 * Assembles the runs into one PDF 1.7 file (ISO 32000-1). Same input, same bytes.
 *
 * Ids that a link or the outline names and that no run has come back as `unresolved`;
 * those links are left without an action.
 *
 * @throws When a run is not a readable PDF, a slot or an anchor is on a page that its run
 * does not have, or a slot's font is missing.
 */
export async function assemble(input: AssemblyInput): Promise<Assembly> {
  const context = PDFContext.create();
  const { runs, nextParentKey } = await importRuns(context, input);
  const sheets = runs.flatMap((run) => (run.blank ? [run.blank, ...run.sheets] : run.sheets));
  const unresolved = new Set<string>();
  const miss = (id: string): void => void unresolved.add(id);

  shareResources(
    context,
    sheets.map((sheet) => sheet.leaf),
  );
  const destinations = collectDestinations(context, runs);
  resolveLinks(context, runs, destinations, miss);
  await drawAllFolios(context, input, runs);
  const imported = runs.map((run) => run.imported);
  const { language } = input.information;
  const outline = writeOutline(context, input.outline, destinations, miss);
  const named = writeDestinations(context, destinations);
  const producer = imported[0]?.producer ?? input.information.creator;
  const { info, metadata } = writeInformation(context, input.information, producer);
  const catalog = context.register(
    context.obj({
      Type: "Catalog",
      Pages: writePageTree(context, sheets),
      PageLabels: writePageLabels(context, input.labels),
      Names: named === undefined ? undefined : { Dests: named },
      ViewerPreferences: { DisplayDocTitle: true },
      PageMode: outline === undefined ? undefined : "UseOutlines",
      Outlines: outline,
      Metadata: metadata,
      StructTreeRoot: uniteStructure(context, imported, language, nextParentKey),
      MarkInfo: { Marked: true },
      Lang: textString(language),
    }),
  );
  return { bytes: serialize(context, catalog, info), pages: sheets.length, unresolved: [...unresolved] };
}

/** Brings in the runs one after another, so that only one source is in memory at a time. */
async function importRuns(
  context: PDFContext,
  { runs, boxes, information }: AssemblyInput,
): Promise<{ runs: PlacedRun[]; nextParentKey: number }> {
  const placed: PlacedRun[] = [];
  let nextParentKey = 0;
  for (const [index, run] of runs.entries()) {
    const imported = await importRun(context, run.pdf, {
      firstParentKey: nextParentKey,
      idPrefix: `run${index}-`,
      language: information.language,
    });
    const sheets = imported.pages.map((page) => placeSheet(context, page, boxes));
    const blank = run.blankBefore && sheets[0] ? { blank: blankSheet(context, sheets[0], boxes) } : {};
    placed.push({ imported, sheets, anchors: run.anchors, ...blank });
    nextParentKey = imported.nextParentKey;
  }
  return { runs: placed, nextParentKey };
}

async function drawAllFolios(
  context: PDFContext,
  input: AssemblyInput,
  runs: readonly PlacedRun[],
): Promise<void> {
  const fonts = await embedFolioFonts(
    context,
    input.fonts,
    input.runs.flatMap((run) => run.slots),
  );
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
  drawFolios(context, pages, fonts);
}

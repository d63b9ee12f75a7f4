/** Named destinations of the whole book: ISO 32000-1, 12.3.2. */
import type { PDFArray, PDFContext, PDFObject, PDFRef } from "@cantoo/pdf-lib";
import type { Anchor } from "../model/print.js";
import type { ImportedRun } from "./import-run.js";
import { rounded, type Sheet } from "./pages.js";
import { compareTextStrings, textString } from "./text-string.js";
import { writeTree } from "./trees.js";

export interface Destinations {
  /** Place of each id in the book, by the name that the file gives it. */
  readonly named: ReadonlyMap<string, PDFArray>;
  /**
   * What a link or an outline entry names to get to an id.
   *
   * @param run The run that the link stands in: an id that several runs have is its own first.
   * @returns Nothing when no run has the id.
   */
  readonly find: (id: string, run?: PlacedRun) => PDFObject | undefined;
}

/** A run with its pages in place and its anchors. */
export interface PlacedRun {
  readonly imported: ImportedRun;
  readonly sheets: readonly Sheet[];
  readonly anchors: readonly Anchor[];
  /** The empty page before its first one. */
  readonly blank?: Sheet;
}

/**
 * Unites the places that runs know. A run's anchors come before what the browser wrote for
 * links inside the run: the browser leaves page margins out. What only the browser knows gets
 * a name when something leads there: Paged.js adds links of its own, with random ids, that no
 * page shows.
 */
export function collectDestinations(context: PDFContext, runs: readonly PlacedRun[]): Destinations {
  const places = new Map<string, PDFArray>();
  const named = new Map<string, PDFArray>();
  const byRun = new Map<PlacedRun, ReadonlyMap<string, PDFArray>>();
  for (const run of runs) {
    const anchored = run.anchors.map((anchor) => [anchor.id, placeOf(context, run.sheets, anchor)] as const);
    const own = new Map([...run.imported.destinations, ...anchored]);
    byRun.set(run, own);
    for (const [id, place] of own) if (!places.has(id)) places.set(id, place);
    for (const [id] of anchored) named.set(id, places.get(id)!);
  }
  return {
    named,
    find(id, run) {
      const place = places.get(id);
      const own = run && byRun.get(run)?.get(id);
      if (own !== undefined && own !== place) return own;
      if (place === undefined) return undefined;
      named.set(id, place);
      return textString(id);
    },
  };
}

/** Writes the name tree of the destinations, once everything that leads somewhere is known; nothing when there are none. */
export function writeDestinations(context: PDFContext, { named }: Destinations): PDFRef | undefined {
  if (named.size === 0) return undefined;
  const entries = [...named]
    .sort(([left], [right]) => compareTextStrings(left, right))
    .map(([id, place]) => [textString(id), place] as const);
  return writeTree(context, "Names", entries);
}

/** `/XYZ` with a null zoom keeps the reader's own zoom. */
function placeOf(context: PDFContext, sheets: readonly Sheet[], anchor: Anchor): PDFArray {
  const sheet = sheets[anchor.page];
  if (sheet === undefined) {
    throw new RangeError(`#${anchor.id} is on page ${anchor.page} of a run of ${sheets.length} pages`);
  }
  const x = rounded(sheet.left + anchor.x);
  const y = rounded(sheet.top - anchor.y);
  return context.obj([sheet.ref, "XYZ", x, y, null]);
}

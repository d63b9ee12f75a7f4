/** Named destinations of the whole book: ISO 32000-1, 12.3.2. */
import type { PDFContext, PDFRef } from "@cantoo/pdf-lib";
import type { Anchor } from "../../../model/print.js";
import type { NumberedRun } from "./number-runs.js";
import { type PlacedSheet, rounded } from "./pages.js";
import { rawObject } from "./raw-object.js";
import { compareTextStrings, textString } from "./text-string.js";
import { writeTree } from "./trees.js";

export interface Destinations {
  /** Text of the place of each id in the book, by the name that the file gives it. */
  readonly named: ReadonlyMap<string, string>;
  /**
   * The text of what a link or an outline entry names to get to an id.
   *
   * @param run The run that the link stands in: an id that several runs have is its own first.
   * @returns Nothing when no run has the id.
   */
  readonly find: (id: string, run?: NumberedRun) => string | undefined;
}

/**
 * Unites the places that runs know. A run's anchors come before what the browser wrote for
 * links inside the run: the browser leaves page margins out. What only the browser knows gets
 * a name when something leads there: Paged.js adds links of its own, with random ids, that no
 * page shows.
 *
 * @param write fills in the numbers in the text of a run's own destination.
 */
export function collectDestinations(
  runs: readonly NumberedRun[],
  write: (text: string, run: NumberedRun) => string,
): Destinations {
  const places = new Map<string, string>();
  const named = new Map<string, string>();
  const byRun = new Map<NumberedRun, ReadonlyMap<string, string>>();
  for (const placed of runs) {
    const printed = placed.run.outline.destinations.map(([id, text]) => [id, write(text, placed)] as const);
    const anchored = placed.anchors.map((anchor) => [anchor.id, placeOf(placed.sheets, anchor)] as const);
    const own = new Map([...printed, ...anchored]);
    byRun.set(placed, own);
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
      return textString(id).toString();
    },
  };
}

/** Writes the name tree of the destinations, once everything that leads somewhere is known; nothing when there are none. */
export function writeDestinations(context: PDFContext, { named }: Destinations): PDFRef | undefined {
  if (named.size === 0) return undefined;
  const entries = [...named]
    .sort(([left], [right]) => compareTextStrings(left, right))
    .map(([id, place]) => [textString(id), rawObject(place)] as const);
  return writeTree(context, "Names", entries);
}

/** `/XYZ` with a null zoom keeps the reader's own zoom. */
function placeOf(sheets: readonly PlacedSheet[], anchor: Anchor): string {
  const sheet = sheets[anchor.page];
  if (sheet === undefined) {
    throw new RangeError(`#${anchor.id} is on page ${anchor.page} of a run of ${sheets.length} pages`);
  }
  const x = rounded(sheet.left + anchor.x);
  const y = rounded(sheet.top - anchor.y);
  return `[${sheet.ref} /XYZ ${x} ${y} null]`;
}

/** All that is wrong on the pages of a book that was laid out. */
import { type Diagnostic, diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import { blockPlace } from "./block-places.js";
import { boxesPrinted, type Origin, reportReading } from "./losses.js";
import type { LaidOutRun } from "./paginate/run-cache.js";
import type { SourcePlaces } from "./print.js";
import { reportImages } from "./resolution.js";

/** Once for all of them: the margin is no place for some notes. */
function reportNotesAtFoot(notes: readonly string[], places: SourcePlaces, report: Report): void {
  const [first] = notes;
  if (first === undefined) return;
  const count = notes.length === 1 ? "A note has" : `${notes.length} notes have`;
  const where = notes.length === 1 ? "its page" : "their pages";
  const message = `${count} no room beside the text, and ${notes.length === 1 ? "stands" : "stand"} at the foot of ${where}`;
  const hint =
    "Shorten them, call fewer on a page, or set `side-note-width`; tables and code stand at the foot in any case";
  report(diagnostic("note-at-foot", message, blockPlace(places, first), hint));
}

/** @param told what is known of the edition before. */
export function faultsOfPages(
  runs: readonly LaidOutRun[],
  origin: Origin,
  told: readonly Diagnostic[],
): Diagnostic[] {
  const faults: Diagnostic[] = [];
  const report = (each: Diagnostic) => void faults.push(each);
  for (const { survey, reading } of runs) {
    reportReading(reading, origin, report);
    reportImages(survey, report);
  }
  reportNotesAtFoot(
    runs.flatMap(({ survey: { notesAtFoot = [] } }) => notesAtFoot),
    origin.places,
    report,
  );
  const readings = runs.map(({ reading }) => reading);
  return [...faults, ...boxesPrinted(readings, origin, [...told, ...faults])];
}

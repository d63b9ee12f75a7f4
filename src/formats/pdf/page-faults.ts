/** All that is wrong on the pages of a book that was laid out. */
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { boxesPrinted, type Origin, reportReading } from "./losses.js";
import type { LaidOutRun } from "./paginate/run-cache.js";
import { reportImages } from "./resolution.js";

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
  const readings = runs.map(({ reading }) => reading);
  return [...faults, ...boxesPrinted(readings, origin, [...told, ...faults])];
}

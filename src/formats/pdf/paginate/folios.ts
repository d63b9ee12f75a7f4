/** Counts the pages of the book: where each run begins, and what is printed as the number of each page. */
import { counterText } from "../../../language/counter-style.js";
import { toRoman } from "../../../language/roman.js";
import type { PageLabelRange } from "../../../model/print.js";
import type { Numbering, Run } from "../../../model/run.js";

/** A run in its place. Pages are counted from 0 through the whole book, blank ones included. */
export interface PlacedRun {
  readonly run: Run;
  readonly pages: number;
  /** True when a blank page stands before it, so that it begins on its side. */
  readonly blankBefore: boolean;
  /** Index of its first page in the book. */
  readonly start: number;
  /** Number of its first page in its sequence, from 1. */
  readonly firstNumber: number;
}

/** The side of the page at an index: the first page of a book is a right one. */
export function sideAt(index: number): "recto" | "verso" {
  return index % 2 === 0 ? "recto" : "verso";
}

/**
 * Places runs one after another. A sequence (front matter, then the rest) counts from 1; the
 * main one starts on a recto, so odd folios stay on right pages, where there are right pages.
 *
 * @param pages how many pages each run has.
 */
export function placeRuns(runs: readonly Run[], pages: readonly number[]): PlacedRun[] {
  const placed: PlacedRun[] = [];
  let next = 0;
  let sequence: Numbering["sequence"] | undefined;
  let sequenceStart = 0;
  runs.forEach((run, index) => {
    const opens = run.numbering.sequence !== sequence;
    const wanted = opens && run.startsOn === "any" ? "recto" : run.startsOn;
    const blankBefore = (wanted === "recto" || wanted === "verso") && sideAt(next) !== wanted;
    const start = next + (blankBefore ? 1 : 0);
    if (opens) sequenceStart = start;
    sequence = run.numbering.sequence;
    placed.push({ run, pages: pages[index]!, blankBefore, start, firstNumber: start - sequenceStart + 1 });
    next = start + pages[index]!;
  });
  return placed;
}

/** The folio of a page as printed. */
export function folioOf(placed: PlacedRun, page: number): string {
  const number = placed.firstNumber + page;
  const { style, digits = "decimal" } = placed.run.numbering;
  return style === "decimal" ? counterText(digits, number) : toRoman(number).toLowerCase();
}

/** Labels that make a viewer show the folios as they are printed (ISO 32000-1, section 12.4.2). */
export function pageLabels(placed: readonly PlacedRun[]): PageLabelRange[] {
  const labels: PageLabelRange[] = [];
  /** The sequence that is counted on; none behind pages that have names. */
  let sequence: Numbering["sequence"] | undefined;
  for (const { run, pages, start, firstNumber } of placed) {
    const { names, style } = run.numbering;
    if (names?.length === pages) {
      labels.push(...names.map((prefix, page) => namedPage(start + page, prefix)));
      sequence = undefined;
      continue;
    }
    if (run.numbering.sequence === sequence) continue;
    sequence = run.numbering.sequence;
    labels.push({ start, style: style === "decimal" ? "decimal" : "roman", first: firstNumber });
  }
  return labels;
}

function namedPage(start: number, prefix: string): PageLabelRange {
  return { start, style: "none", prefix, first: 1 };
}

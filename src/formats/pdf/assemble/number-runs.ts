/**
 * Gives every object of every run its number in the book, and every page its place.
 *
 * Runs get blocks of numbers: one that has a few objects more or less than before moves no other,
 * and what was written of the others still holds (`run-segment.ts`).
 */
import { type PDFContext, PDFRef } from "@cantoo/pdf-lib";
import type { Anchor, PageBoxes } from "../../../model/print.js";
import type { PrintedRun } from "./assembly.js";
import { blankSheet, type PlacedSheet, placeSheet } from "./pages.js";
import type { PreparedRun } from "./prepared-run.js";

/** A run with its objects numbered, its pages in place and its anchors. */
export interface NumberedRun {
  readonly run: PreparedRun;
  /** Numbers in the book, by number in the run; 0 stands for the Document element. */
  readonly numbers: Uint32Array;
  /** The number before its block. */
  readonly firstNumber: number;
  /** Number of the Document element. */
  readonly document: number;
  /** Numbers in the book of objects that several runs have, by number in the run. */
  readonly common: ReadonlyMap<number, number>;
  /** True for an object that this run writes; false when an earlier one has it already. */
  readonly written: (own: number) => boolean;
  /** Added to every key of the parent tree. */
  readonly firstParentKey: number;
  /** Begins every identifier of a structure element. */
  readonly idPrefix: string;
  readonly sheets: readonly PlacedSheet[];
  readonly anchors: readonly Anchor[];
  /** The empty page before its first one. */
  readonly blank?: PlacedSheet;
}

export interface PlacedBook {
  readonly runs: readonly NumberedRun[];
  /** First key of the parent tree that no page or annotation uses. */
  readonly nextParentKey: number;
}

/** Numbers that nobody uses cost a few bytes in all: the cross-reference table is pressed. */
const BLOCK = 1024;

/** @param document the Document element of the book. */
export function numberRuns(
  context: PDFContext,
  runs: readonly PrintedRun[],
  document: PDFRef,
  boxes: readonly PageBoxes[],
): PlacedBook {
  const commonOf = numberCommon(context, runs);
  skipToBlock(context);
  let nextParentKey = 0;
  const placed = runs.map(({ prepared, anchors }, index): NumberedRun => {
    const { outline } = prepared;
    const firstNumber = context.largestObjectNumber;
    const { common, written } = commonOf[index]!;
    const numbers = new Uint32Array(outline.objects + 1);
    for (let own = 1; own <= outline.objects; own += 1) {
      numbers[own] = common.get(own) ?? firstNumber + own;
    }
    numbers[0] = document.objectNumber;
    context.largestObjectNumber += outline.objects;
    skipToBlock(context);
    const sheets = outline.pages.map((page, at) =>
      placeSheet(PDFRef.of(numbers[at + 1]!), page.mediaBox, boxes),
    );
    const firstParentKey = nextParentKey;
    nextParentKey = blockAfter(firstParentKey + Math.max(-1, ...outline.parents.map(([key]) => key)));
    return {
      run: prepared,
      numbers,
      firstNumber,
      document: document.objectNumber,
      common,
      written,
      firstParentKey,
      idPrefix: `run${index}-`,
      sheets,
      anchors,
    };
  });
  return { runs: withBlanks(context, runs, placed, boxes), nextParentKey };
}

/** Their numbers come after all blocks: an empty page that comes or goes moves none. */
function withBlanks(
  context: PDFContext,
  runs: readonly PrintedRun[],
  placed: readonly NumberedRun[],
  boxes: readonly PageBoxes[],
): NumberedRun[] {
  return placed.map((each, index) => {
    const first = each.run.outline.pages[0];
    if (!runs[index]!.blankBefore || !first) return each;
    return { ...each, blank: blankSheet(context.nextRef(), first.mediaBox, boxes) };
  });
}

/** Objects that are there more than once get one number for all, before those of the blocks. */
function numberCommon(
  context: PDFContext,
  runs: readonly PrintedRun[],
): Pick<NumberedRun, "common" | "written">[] {
  const times = new Map<string, number>();
  const digests = runs.map(({ prepared }) => prepared.outline.digests);
  for (const [, digest] of digests.flat()) times.set(digest, (times.get(digest) ?? 0) + 1);
  const numbers = new Map<string, number>();
  return digests.map((own) => {
    const common = new Map<number, number>();
    const repeated = new Set<number>();
    for (const [object, digest] of own) {
      if (times.get(digest) === 1) continue;
      const known = numbers.get(digest);
      if (known !== undefined) repeated.add(object);
      const number = known ?? context.nextRef().objectNumber;
      numbers.set(digest, number);
      common.set(object, number);
    }
    return { common, written: (object) => !repeated.has(object) };
  });
}

function skipToBlock(context: PDFContext): void {
  context.largestObjectNumber = blockAfter(context.largestObjectNumber) - 1;
}

/** The first number of the next block that is above `number`. */
function blockAfter(number: number): number {
  return Math.ceil((number + 1) / BLOCK) * BLOCK;
}

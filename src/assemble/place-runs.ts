/** Gives every object of every run its number in the book, and every page its place. */
import { type PDFContext, PDFRef } from "@cantoo/pdf-lib";
import type { Anchor, PageBoxes } from "../model/print.js";
import type { PrintedRun } from "./assembly.js";
import { blankSheet, placeSheet, type Sheet } from "./pages.js";
import { MARK, type PreparedRun } from "./prepared-run.js";

/** A run with its objects numbered, its pages in place and its anchors. */
export interface PlacedRun {
  readonly run: PreparedRun;
  /** Text of each object; the first one has the number 1 in the run. */
  readonly texts: readonly string[];
  /** Numbers in the book, by number in the run; 0 stands for the Document element. */
  readonly numbers: Uint32Array;
  /** Numbers in the run of objects that an earlier run has already. */
  readonly shared: ReadonlySet<number>;
  /** Added to every key of the parent tree. */
  readonly firstParentKey: number;
  /** Begins every identifier of a structure element. */
  readonly idPrefix: string;
  readonly sheets: readonly Sheet[];
  readonly anchors: readonly Anchor[];
  /** The empty page before its first one. */
  readonly blank?: Sheet;
}

export interface PlacedBook {
  readonly runs: readonly PlacedRun[];
  /** First key of the parent tree that no page or annotation uses. */
  readonly nextParentKey: number;
}

/** @param document the Document element of the book. */
export function placeRuns(
  context: PDFContext,
  runs: readonly PrintedRun[],
  document: PDFRef,
  boxes: PageBoxes | undefined,
): PlacedBook {
  const byDigest = new Map<string, number>();
  let nextParentKey = 0;
  const placed = runs.map(({ prepared, anchors, blankBefore }, index): PlacedRun => {
    const { outline } = prepared;
    const texts = prepared.text.split(MARK.end).slice(0, -1);
    const { numbers, shared } = numberObjects(context, outline.digests, texts.length, byDigest);
    numbers[0] = document.objectNumber;
    const sheets = outline.pages.map((page, at) =>
      placeSheet(PDFRef.of(numbers[at + 1]!), page.mediaBox, boxes),
    );
    const first = outline.pages[0];
    const blank = blankBefore && first ? blankSheet(context.nextRef(), first.mediaBox, boxes) : undefined;
    const firstParentKey = nextParentKey;
    nextParentKey += 1 + Math.max(-1, ...outline.parents.map(([key]) => key));
    return {
      run: prepared,
      texts,
      numbers,
      shared,
      firstParentKey,
      idPrefix: `run${index}-`,
      sheets,
      anchors,
      ...(blank ? { blank } : {}),
    };
  });
  return { runs: placed, nextParentKey };
}

/** Equal objects of several runs get one number: that of the first. */
function numberObjects(
  context: PDFContext,
  digests: readonly (readonly [number, string])[],
  count: number,
  byDigest: Map<string, number>,
): Pick<PlacedRun, "numbers" | "shared"> {
  const numbers = new Uint32Array(count + 1);
  const shared = new Set<number>();
  const digestOf = new Map(digests);
  for (let number = 1; number <= count; number += 1) {
    const digest = digestOf.get(number);
    const equal = digest === undefined ? undefined : byDigest.get(digest);
    if (equal !== undefined) shared.add(number);
    numbers[number] = equal ?? context.nextRef().objectNumber;
    if (digest !== undefined && equal === undefined) byDigest.set(digest, numbers[number]!);
  }
  return { numbers, shared };
}

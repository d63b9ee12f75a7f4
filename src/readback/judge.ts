/**
 * Judges a printed run: what its pages show is compared with the text that went in.
 *
 * What the document looks like in the browser is only a forecast. It tells in which order text is painted,
 * and on which page; whether it can be read there is decided by the PDF.
 */
import { faultsOf } from "./compare/faults.js";
import { lossesOf } from "./compare/losses.js";
import { overprintsOf } from "./compare/overprints.js";
import { findElsewhere, type ReadPage, readPage } from "./compare/pages.js";
import type { Reading } from "./compare/reading.js";
import type { RunText } from "./compare/run-text.js";
import type { PrintedPage } from "./glyph.js";

export function judgeRun(text: RunText, printed: Iterable<PrintedPage>): Reading {
  const pages: ReadPage[] = [];
  let id = 0;
  for (const page of printed) {
    const expected = text.pages[pages.length] ?? { area: [0, 0, 0, 0], pieces: [], margins: [] };
    pages.push(readPage(pages.length, page, expected, id));
    id += expected.pieces.length + expected.margins.length;
  }
  findElsewhere(pages);
  const losses = lossesOf(text, pages);
  const faults = pages.map((page) => faultsOf(page, text));
  // What is wrong with a block is told once: that it is too wide is why words of it are lost.
  const cuts = onceForEachBlock(
    faults.flatMap((each) => each.cuts),
    losses,
  );
  return {
    losses,
    cuts,
    overfull: onceForEachBlock(
      faults.flatMap((each) => each.overfull),
      [...losses, ...cuts],
    ),
    overprints: onceForEachBlock(
      pages.flatMap((page) => overprintsOf(page, text.units)),
      losses,
    ),
    missing: faults.flatMap(({ missing }) => missing),
    margins: marginsCut(pages),
  };
}

interface InBlock {
  readonly source: string;
}

/** @param told what has been told of blocks already. */
function onceForEachBlock<Fault extends InBlock>(
  faults: readonly Fault[],
  told: readonly InBlock[],
): Fault[] {
  const blocks = new Set(told.map(({ source }) => source));
  return faults.filter(({ source }) => !blocks.has(source) && blocks.add(source));
}

/** Running heads say the same on many pages. */
function marginsCut(pages: readonly ReadPage[]): Reading["margins"] {
  const first = new Map<string, number>();
  for (const { index, margins } of pages) {
    for (const { raw, gaps } of margins) if (gaps.length > 0 && !first.has(raw)) first.set(raw, index);
  }
  return [...first].map(([text, page]) => ({ text, page }));
}

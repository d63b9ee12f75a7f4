/**
 * Judges a printed run: what its pages show is compared with the text that went in.
 *
 * What the document looks like in the browser is only a forecast. It tells in which order text is painted,
 * and on which page; whether it can be read there is decided by the PDF.
 */
import { fold, wordsOf } from "../../../matching/fold.js";
import type { Sought } from "../../../matching/match.js";
import { faultsOf } from "./compare/faults.js";
import { lossesOf } from "./compare/losses.js";
import { overprintsOf } from "./compare/overprints.js";
import { findBeside, findOnSamePage, type ReadPage, readPage } from "./compare/pages.js";
import type { Overfull, Reading } from "./compare/reading.js";
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
  findOnSamePage(pages);
  const isAsForecast = pages.every(hasItsText);
  findBeside(pages);
  const losses = lossesOf(text, pages);
  const faults = pages.map((page) => faultsOf(page, text));
  // What is wrong with a block is told once: that it is too wide is why words of it are lost.
  const cuts = onceForEachBlock(
    faults.flatMap((each) => each.cuts),
    losses,
  );
  return {
    isAsForecast,
    losses,
    cuts,
    overfull: onceForEachBlock(
      worstOfEach(
        faults.flatMap((each) => each.overfull),
        text,
      ),
      [...losses, ...cuts],
    ),
    overprints: onceForEachBlock(
      pages.flatMap((page) => overprintsOf(page, text.units)),
      losses,
    ),
    missing: faults.flatMap(({ missing }) => missing),
    margins: marginsCut(pages, text),
  };
}

/** True when all text is on the page on which it seemed to stand. */
function hasItsText({ pieces }: ReadPage): boolean {
  return pieces.every(({ kind, gaps }) => kind !== "text" || gaps.length === 0);
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

/** What sticks out the farthest of a block, or of a table, whose cells stick out for one reason. */
function worstOfEach(overfull: readonly Overfull[], { units }: RunText): Overfull[] {
  const tables = new Map(units.map(({ source, table }) => [source, table]));
  const worst = new Map<string, Overfull>();
  for (const each of overfull) {
    const whole = tables.get(each.source) ?? each.source;
    if (each.by > (worst.get(whole)?.by ?? 0)) worst.set(whole, each);
  }
  return [...worst.values()];
}

/** Running heads say the same on many pages; that a heading is too long for them is no fault. */
function marginsCut(pages: readonly ReadPage[], { units }: RunText): Reading["margins"] {
  const first = new Map<string, Reading["margins"][number]>();
  let told: string | undefined;
  const isInText = (text: string): boolean => {
    told ??= fold(units.map((unit) => unit.text).join(" "));
    return wordsOf(text).every((word) => told!.includes(fold(word.text)));
  };
  for (const page of pages) {
    for (const margin of page.margins) {
      if (margin.gaps.length === 0 || first.has(margin.raw)) continue;
      const isShortened = endsInEllipsis(page, margin);
      if (isShortened && isInText(margin.raw)) continue;
      first.set(margin.raw, { text: margin.raw, page: page.index, isShortened });
    }
  }
  return [...first.values()];
}

const ELLIPSIS = fold("…");

/** True when all that is missing of a text is its end, and an ellipsis says so. */
function endsInEllipsis({ generated }: ReadPage, { id, text, gaps }: Sought): boolean {
  if (gaps.length > 1 || gaps[0]!.to < text.length) return false;
  const [first, last] = [generated.owners.indexOf(id), generated.owners.lastIndexOf(id)];
  const { text: letters } = generated;
  // Where text runs from right to left, its end is on the left.
  return letters.startsWith(ELLIPSIS, last + 1) || letters.slice(0, first).endsWith(ELLIPSIS);
}

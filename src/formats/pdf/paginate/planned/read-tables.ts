/** Reads tables of a galley: each row is a strip, and the head comes again on each page. */
import type { StripWriter } from "./galley-types.js";

export function readGalleyTables(): void {
  const captionOf = ({ caption }: HTMLTableElement) => {
    const style = caption && getComputedStyle(caption);
    return caption && style?.display !== "none"
      ? { caption, isAbove: style?.captionSide === "top" }
      : undefined;
  };

  const ROWS_TOGETHER = { orphans: 2, widows: 2 };

  /** Chromium repeats no head that takes more of a page. */
  const MOST_OF_PAGE = 1 / 4;

  const readTable = (table: HTMLTableElement, strips: StripWriter, height: number): void => {
    const { tHead } = table;
    const caption = captionOf(table);
    if (caption?.isAbove) {
      strips.add(caption.caption.getBoundingClientRect());
      strips.keepApart();
    }
    const tall = tHead?.getBoundingClientRect().height ?? 0;
    const headHeight = tall > height * MOST_OF_PAGE ? 0 : tall;
    let spanned = Number.NEGATIVE_INFINITY;
    let isFirst = true;
    const first = strips.strips.length;
    for (const row of table.rows) {
      const { top, bottom } = row.getBoundingClientRect();
      if (bottom - top > height) window.colophonPlanned.refuse("a row is taller than a page");
      if (bottom === top) continue;
      strips.begin(row, top, getComputedStyle(row));
      const isBody = row.parentElement !== tHead;
      if (!isFirst && (!isBody || top < spanned - 1)) strips.keepApart();
      for (const cell of row.cells)
        if (cell.rowSpan > 1) spanned = Math.max(spanned, cell.getBoundingClientRect().bottom);
      strips.add({ top, bottom, ...(isBody && !isFirst && headHeight > 0 && { head: headHeight }) });
      // A head stays with the first row below it.
      if (!isBody) strips.keepApart();
      isFirst = false;
    }
    // No row stands alone on a page, with a head or without.
    strips.keepLines(first, ROWS_TOGETHER);
    if (caption && !caption.isAbove) {
      const { top, bottom } = caption.caption.getBoundingClientRect();
      strips.begin(caption.caption, top, getComputedStyle(caption.caption));
      strips.keepApart();
      strips.add({ top, bottom });
    }
  };

  window.colophonPlanned = { ...window.colophonPlanned, readTable };
}

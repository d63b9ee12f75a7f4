/**
 * Keeps the caption and the head of a table with its first row.
 *
 * Paged.js ends a page before a row; where that is the first one, the caption stays behind alone
 * and the head is printed twice. There the whole table goes to the next page, and with it
 * the headings that are to stay with it.
 */
import type { PagedLayout } from "./paged-types.js";

export function keepTableStarts(): void {
  const PATCHED = Symbol.for("colophon.table-start");

  const startOf = ({ startContainer, startOffset }: Range): Node =>
    startContainer.childNodes[startOffset] ?? startContainer;

  /** True when the place is not behind the first row: nothing of the table's body stays on the page. */
  const isBeforeRows = (table: HTMLTableElement, place: Node): boolean => {
    const row = table.tBodies[0]?.rows[0];
    if (!row || table.hasAttribute("data-split-from")) return false;
    return (
      row.contains(place) || Boolean(place.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING)
    );
  };

  /** The element with which the next page may begin: headings above the table go with it. */
  const withHeadings = (table: Element): Element => {
    let first = table;
    while (first instanceof HTMLElement && first.dataset.previousBreakAfter === "avoid") {
      const before: Element | null = first.previousElementSibling;
      if (!before) return table;
      first = before;
    }
    return first;
  };

  const hasTextBefore = (element: Element, rendered: Element): boolean => {
    const before = document.createRange();
    before.setStart(rendered, 0);
    before.setEndBefore(element);
    return before.toString().trim() !== "";
  };

  window.Paged.registerHandlers(
    class extends window.Paged.Handler {
      onPageLayout(_wrapper: Element, _token: unknown, layout: PagedLayout): void {
        const prototype = Object.getPrototypeOf(layout) as PagedLayout & { [PATCHED]?: true };
        if (prototype[PATCHED]) return;
        prototype[PATCHED] = true;
        const find = prototype.findOverflow;
        prototype.findOverflow = function (this: PagedLayout, rendered, bounds, gap): Range | undefined {
          const overflow = find.call(this, rendered, bounds, gap);
          const place = overflow && startOf(overflow);
          const table = (place instanceof Element ? place : place?.parentElement)?.closest("table");
          if (!overflow || !place || !table || !rendered.contains(table)) return overflow;
          if (!isBeforeRows(table, place)) return overflow;
          const first = withHeadings(table);
          if (hasTextBefore(first, rendered)) overflow.setStartBefore(first);
          return overflow;
        };
      }
    },
  );
}

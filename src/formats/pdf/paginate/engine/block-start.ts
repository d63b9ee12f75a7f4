/**
 * Keeps the beginning of a block with what it belongs to.
 *
 * Paged.js ends a page before a row; where that is the first one, the caption of the table stays
 * behind alone and the head is printed twice. And it looks for the wish of a heading to stay
 * with what follows only at the element itself at which the page ends: a page that ends before
 * the first word inside of a listing leaves the heading above it behind. In both cases the whole
 * block goes to the next page, and with it the headings that are to stay with it. Where these begin the page
 * they cannot go anywhere: then the block is broken, whatever is to keep it together, rather than that headings
 * stand alone on a page.
 */
import type { PagedLayout } from "./paged-types.js";

export function keepBlockStarts(): void {
  const startOf = ({ startContainer, startOffset }: Range): Node =>
    startContainer.childNodes[startOffset] ?? startContainer;

  const isShown = (range: Range): boolean =>
    range.toString().trim() !== "" || range.cloneContents().querySelector("img, svg, math") !== null;

  /** True when something of `outer` stands before the place at which the page ends. */
  const hasContentBefore = (outer: Node, { startContainer, startOffset }: Range): boolean => {
    const before = document.createRange();
    before.setStart(outer, 0);
    before.setEnd(startContainer, startOffset);
    return isShown(before);
  };

  /** The table, when the place is not behind its first row: nothing of its body stays on the page. */
  const tableBeforeRows = (place: Node): HTMLElement | undefined => {
    const table = (place instanceof Element ? place : place.parentElement)?.closest("table");
    const row = table?.tBodies[0]?.rows[0];
    if (!table || !row || table.hasAttribute("data-split-from")) return undefined;
    const isBefore = place.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING;
    return row.contains(place) || isBefore ? table : undefined;
  };

  /** The outermost block that a heading belongs to and that begins at the place. */
  const blockThatBegins = (overflow: Range, rendered: Element): HTMLElement | undefined => {
    let block: HTMLElement | undefined;
    for (let node: Node | null = startOf(overflow); node && node !== rendered; node = node.parentNode) {
      if (node.contains(overflow.startContainer) && hasContentBefore(node, overflow)) break;
      if (node instanceof HTMLElement && node.dataset.previousBreakAfter === "avoid") block = node;
    }
    return block;
  };

  /** A row goes as a whole: Paged.js would take its first cells for all of them. */
  const moveBeforeRow = (overflow: Range): void => {
    const start = startOf(overflow);
    const row = (start instanceof Element ? start : start.parentElement)?.closest("tr");
    if (row?.contains(overflow.startContainer)) overflow.setStartBefore(row);
  };

  /** The element with which the next page may begin: headings above the block go with it. */
  const withHeadings = (block: Element): Element => {
    let first = block;
    while (first instanceof HTMLElement && first.dataset.previousBreakAfter === "avoid") {
      const before: Element | null = first.previousElementSibling;
      if (!before) return block;
      first = before;
    }
    return first;
  };

  window.colophonChangeLayout((prototype) => {
    const find = prototype.findOverflow;
    prototype.findOverflow = function (this: PagedLayout, rendered, bounds, gap): Range | undefined {
      const overflow = find.call(this, rendered, bounds, gap);
      if (!overflow || !rendered.contains(overflow.startContainer)) return overflow;
      moveBeforeRow(overflow);
      const block = tableBeforeRows(startOf(overflow)) ?? blockThatBegins(overflow, rendered);
      if (!block) return overflow;
      const earlier = overflow.cloneRange();
      earlier.setStartBefore(withHeadings(block));
      if (hasContentBefore(rendered, earlier)) return earlier;
      // What a page begins with has nowhere else to go.
      if (withHeadings(block) === block) return overflow;
      this.colophonRelax(rendered);
      return find.call(this, rendered, bounds, gap);
    };
  });
}

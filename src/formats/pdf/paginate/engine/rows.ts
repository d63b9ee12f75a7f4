/**
 * Decides before layout which blocks stand side by side: a row that has no room for what is in it, or would fill
 * too much of a page in one piece, is set as blocks below one another. What stays gets its widths, on which those of
 * formulas and tables in it depend.
 */
import type { PagedPage } from "./paged-types.js";

export function settleRows(): void {
  /** Of the height of a page: a taller row would leave too much of the page before it empty. */
  const TALLEST = 0.7;

  /** A copy of a row, in copies of the blocks that it stands in: it is as wide as they let it be. */
  const copyOf = (row: Element, content: ParentNode, page: Element): Element => {
    const copy = row.cloneNode(true) as Element;
    // Notes stand at the foot of the page.
    for (const note of copy.querySelectorAll("[data-note='footnote']")) note.remove();
    let outermost = copy;
    for (
      let block = row.parentElement;
      block && (block as ParentNode) !== content;
      block = block.parentElement
    ) {
      const shell = block.cloneNode(false) as Element;
      shell.append(outermost);
      outermost = shell;
    }
    page.replaceChildren(outermost);
    return copy;
  };

  const hasRoom = (cell: Element): boolean => cell.scrollWidth <= cell.clientWidth + 1;

  const settle = (row: Element, copy: Element, height: number): void => {
    const cells = [...copy.children];
    if (copy.getBoundingClientRect().height > height * TALLEST || !cells.every(hasRoom)) {
      row.classList.add("stacked");
      return;
    }
    for (const [index, cell] of cells.entries()) {
      const { width } = cell.getBoundingClientRect();
      (row.children[index] as HTMLElement).style.cssText = `flex: none; width: ${width}px`;
    }
  };

  window.Paged.registerHandlers(
    class extends window.Paged.Handler {
      beforePageLayout(page: PagedPage, content: ParentNode | undefined): void {
        if (!content || page.position !== this.chunker.pages[0]?.position) return;
        const rows = content.querySelectorAll(".layout-row");
        if (rows.length === 0) return;
        const area = page.element.querySelector<HTMLElement>(".pagedjs_page_content")!;
        const { width, height } = area.getBoundingClientRect();
        const place = document.createElement("div");
        place.style.cssText = `position: absolute; visibility: hidden; width: ${width}px`;
        area.append(place);
        for (const row of rows) settle(row, copyOf(row, content, place), height);
        place.remove();
      }
    },
  );
}

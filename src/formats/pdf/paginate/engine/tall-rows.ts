/**
 * Cuts rows of tables that are too tall for a page into rows of a few lines each.
 *
 * Paged.js can end a page between two rows, and loses what it has to cut inside of one; a cell that spans
 * rows it prints again on each page. So a tall row is measured once before the layout and
 * cut, all its cells at the same heights: between lines, items, pictures and rows of tables in it. What a cell
 * shows beside several rows is cut where these begin. The pieces stand below one another without a
 * rule between them, as if nothing had happened, and a page may end between any two.
 */
import type { PagedPage } from "./paged-types.js";

export function cutTallRows(): void {
  /** A row that takes more than this of a page is cut, and so is a table with cells that span rows. */
  const TALL = 0.5;
  /** Lines of a piece. */
  const LINES = 4;
  /** Rows that are not worth measuring have fewer letters and none of these. */
  const LETTERS = 400;
  const MAY_BE_TALL = "img, svg, math, pre, table, li, p, br, [rowspan]";

  const styles = document.createElement("style");
  styles.dataset.pagedjsIgnore = "";
  styles.textContent = `
    .colophon-measured [data-note='footnote'] { display: none !important }
    .colophon-cut { padding-bottom: 0 !important; border-bottom-style: none !important }
    .colophon-rest { padding-top: 0 !important; border-top-style: none !important }
    td[data-split-from] li[data-split-from] { list-style: none !important }`;

  const { cut, restOf } = window.colophonCellCuts;

  const cutRow = (row: HTMLTableRowElement, measured: HTMLTableRowElement, lineHeight: number): void => {
    const { top, height } = measured.getBoundingClientRect();
    const step = lineHeight * LINES;
    const first = Math.min(
      ...[...measured.cells].map((cell) => Number.parseFloat(getComputedStyle(cell).paddingTop)),
    );
    const heights = Array.from(
      { length: Math.floor(height / step) },
      (_, index) => top + first + (index + 1) * step,
    );
    const cells = [...row.cells];
    const pieces = cells.map((cell, column) => cut(cell, measured.cells[column]!, heights, "row"));
    let last = row;
    for (let index = 0; index < heights.length; index += 1) {
      if (pieces.every((cell) => cell[index] === undefined)) continue;
      const next = restOf(row, `row-${index}`) as HTMLTableRowElement;
      next.append(
        ...cells.map((cell, column) => {
          const copy = restOf(cell, `row-${index}`);
          copy.classList.add("colophon-rest");
          copy.append(pieces[column]![index] ?? "");
          return copy;
        }),
      );
      for (const cell of last.cells) cell.classList.add("colophon-cut");
      last.after(next);
      last = next;
    }
  };

  /** The cells of each row of a group, with the column in which each begins. */
  const columnsOf = (group: HTMLTableSectionElement): Map<HTMLTableCellElement, number> => {
    const columns = new Map<HTMLTableCellElement, number>();
    const taken: boolean[][] = [...group.rows].map(() => []);
    [...group.rows].forEach((row, line) => {
      let column = 0;
      for (const cell of row.cells) {
        while (taken[line]![column]) column += 1;
        columns.set(cell, column);
        const end = cell.rowSpan === 0 ? taken.length : Math.min(taken.length, line + cell.rowSpan);
        for (let below = line; below < end; below += 1) {
          for (let across = 0; across < cell.colSpan; across += 1) taken[below]![column + across] = true;
        }
      }
    });
    return columns;
  };

  /** Gives each row a cell of its own in place of one that spans rows, with what of it stands beside the row. */
  const divideSpans = (group: HTMLTableSectionElement, measured: HTMLTableSectionElement): void => {
    const columns = columnsOf(group);
    const tops = [...measured.rows].map((row) => row.getBoundingClientRect().top);
    const original = [...group.rows].map((row) => [...row.cells]);
    original.forEach((cells, line) => {
      cells.forEach((cell, index) => {
        const end = cell.rowSpan === 0 ? tops.length : Math.min(tops.length, line + cell.rowSpan);
        const column = columns.get(cell)!;
        if (end === line + 1) return;
        const beside = tops.slice(line + 1, end);
        const pieces = cut(cell, measured.rows[line]!.cells[index]!, beside, `span-${column}`);
        cell.removeAttribute("rowspan");
        cell.classList.add("colophon-cut");
        pieces.forEach((piece, below) => {
          const row = group.rows[line + 1 + below]!;
          const copy = restOf(cell, `span-${column}-${below}`) as HTMLTableCellElement;
          copy.classList.add("colophon-rest");
          if (below === pieces.length - 1) copy.classList.remove("colophon-cut");
          copy.append(piece ?? "");
          columns.set(copy, column);
          const next = [...row.cells].find((each) => columns.get(each)! > column);
          row.insertBefore(copy, next ?? null);
        });
      });
    });
  };

  /** The letters of a row are counted before it is measured: most tables are small. */
  const mayBeTall = (table: HTMLTableElement): boolean =>
    [...table.rows].some(
      (row) => row.textContent!.length > LETTERS || row.querySelector(MAY_BE_TALL) !== null,
    );

  const measure = (table: HTMLTableElement, place: Element): HTMLTableElement => {
    const copy = table.cloneNode(true) as HTMLTableElement;
    place.replaceChildren(copy);
    return copy;
  };

  const cutTable = (table: HTMLTableElement, place: Element, pageHeight: number): void => {
    const spans = table.querySelector(":scope > tbody > tr > [rowspan]") !== null;
    let copy = measure(table, place);
    if (spans && copy.offsetHeight > pageHeight * TALL) {
      for (const [index, group] of [...table.tBodies].entries()) divideSpans(group, copy.tBodies[index]!);
      copy = measure(table, place);
    } else if (spans) table.style.breakInside = "avoid";
    const limit = (pageHeight - (copy.tHead?.offsetHeight ?? 0)) * TALL;
    const lineHeight = Number.parseFloat(getComputedStyle(copy).lineHeight) || 16;
    [...table.tBodies].forEach((group, index) => {
      const measured = [...copy.tBodies[index]!.rows];
      [...group.rows].forEach((row, line) => {
        if (measured[line]!.offsetHeight > limit) cutRow(row, measured[line]!, lineHeight);
      });
    });
  };

  window.Paged.registerHandlers(
    class extends window.Paged.Handler {
      beforePageLayout(page: PagedPage, content: ParentNode | undefined): void {
        if (!content || page.position !== this.chunker.pages[0]?.position) return;
        const tables = [...content.querySelectorAll("table")].filter(
          (table) => !table.parentElement?.closest("table"),
        );
        const candidates = tables.filter(mayBeTall);
        if (candidates.length === 0) return;
        document.head.append(styles);
        const area = page.element.querySelector<HTMLElement>(".pagedjs_page_content")!;
        const { width, height } = area.getBoundingClientRect();
        const place = document.createElement("div");
        place.className = "colophon-measured";
        place.style.cssText = `position: absolute; visibility: hidden; width: ${width}px`;
        area.append(place);
        for (const table of candidates) cutTable(table, place, height);
        place.remove();
      }
    },
  );
}

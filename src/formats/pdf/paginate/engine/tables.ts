/**
 * Tables that are longer than a page: the head is repeated, columns keep their widths.
 *
 * Paged.js splits a table into several, and each would find its own column widths. So the
 * whole table is measured once before layout, and its columns are fixed to what was found.
 */
import type { PagedPage } from "./paged-types.js";

export function continueTables(): void {
  /** Notes stand at the foot of the page, and there once. */
  const withoutNotes = <Part extends Element>(part: Part): Part => {
    for (const note of part.querySelectorAll("[data-note='footnote']")) note.remove();
    return part;
  };

  /** How small a table may be set that is too wide. */
  const SCALES = [1, 0.9, 0.8, 0.72];
  /** A column that asks for more than this part of a table has words that may as well be broken. */
  const WIDE = 0.4;

  interface Place {
    readonly width: number;
    readonly holder: Element;
    remove(): void;
  }

  /** Copies of the blocks that a table stands in: it is as wide as they let it be. */
  const placeOf = (table: Element, content: ParentNode, page: HTMLElement): Place => {
    let outermost: Element | undefined;
    let innermost: Element | undefined;
    for (
      let block = table.parentElement;
      block && (block as ParentNode) !== content;
      block = block.parentElement
    ) {
      const shell = block.cloneNode(false) as Element;
      shell.removeAttribute("id");
      if (outermost) shell.append(outermost);
      outermost = shell;
      innermost ??= shell;
    }
    if (outermost) page.append(outermost);
    const holder = innermost ?? page;
    const { paddingLeft, paddingRight } = getComputedStyle(holder);
    const width = holder.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
    return { width, holder, remove: () => outermost?.remove() };
  };

  const sumOf = (widths: readonly number[]): number => widths.reduce((total, each) => total + each, 0);

  /** The widths of the columns, as the fullest row has them; none for a table without such a row. */
  const columnsOf = (table: HTMLTableElement): number[] => {
    const rows = [...table.rows].filter((each) => [...each.cells].every((cell) => cell.colSpan === 1));
    const row = rows.sort((one, other) => other.cells.length - one.cells.length)[0];
    return row ? [...row.cells].map((cell) => cell.getBoundingClientRect().width) : [];
  };

  /** Takes from the widest columns what a table is too wide: the others keep their words whole. */
  const capped = (widths: readonly number[], width: number): number[] => {
    let left = width;
    const shares = [...widths].sort((one, other) => one - other);
    for (const [index, each] of shares.entries()) {
      const share = left / (shares.length - index);
      if (each > share) return widths.map((one) => Math.min(one, share));
      left -= each;
    }
    return [...widths];
  };

  /** Sets a table as large as it can be with its words whole, and gives the widths of its columns. */
  const settle = (table: HTMLTableElement, copy: HTMLTableElement, width: number): number[] => {
    const size = Number.parseFloat(getComputedStyle(copy).fontSize);
    let widths: number[] = [];
    for (const scale of SCALES) {
      for (const each of [table, copy]) if (scale < 1) each.style.fontSize = `${size * scale}px`;
      // A table has columns of whole pixels: one that is as wide as its longest word has to keep room for it.
      widths = columnsOf(copy).map((each) => Math.ceil(each) + 1);
      if (copy.getBoundingClientRect().width < width - 1) break;
      if (sumOf(widths.map((each) => Math.min(each, width * WIDE))) <= width) break;
    }
    return capped(widths, width);
  };

  /** Measures a table as if it were on one endless page, and writes its column widths down. */
  const fixColumns = (table: HTMLTableElement, { width, holder }: Place): void => {
    table.classList.add("measured");
    const copy = withoutNotes(table.cloneNode(true) as HTMLTableElement);
    holder.append(copy);
    // A style may want it as wide as the text, whatever is in it.
    const isFull = copy.getBoundingClientRect().width > width - 1;
    copy.classList.add("measuring");
    const widths = settle(table, copy, width);
    const sum = sumOf(widths);
    const whole = isFull ? width : Math.min(width, Math.max(sum, copy.getBoundingClientRect().width));
    copy.remove();
    if (sum === 0) return;
    // Paged.js drops what has no reference.
    const group = document.createElement("colgroup");
    group.dataset.ref = `${table.dataset.ref}-columns`;
    for (const [index, each] of widths.entries()) {
      const column = document.createElement("col");
      column.dataset.ref = `${table.dataset.ref}-column-${index}`;
      column.style.width = `${(each / sum) * 100}%`;
      group.append(column);
    }
    table.querySelector(":scope > colgroup")?.remove();
    const caption = table.caption;
    if (caption) caption.after(group);
    else table.prepend(group);
    table.style.tableLayout = "fixed";
    table.style.width = `${Math.min(100, Math.ceil((whole / width) * 1000) / 10)}%`;
    // A caption is as wide as the text, over a narrow table too.
    if (caption) caption.style.marginInlineEnd = `${Math.min(0, Math.floor(whole - width))}px`;
  };

  const withoutReferences = (part: Element): Element => {
    const copy = withoutNotes(part.cloneNode(true) as Element);
    for (const element of [copy, ...copy.querySelectorAll("[id], [data-ref]")]) {
      element.removeAttribute("id");
      element.removeAttribute("data-ref");
    }
    copy.setAttribute("data-repeated", "");
    copy.setAttribute("aria-hidden", "true");
    return copy;
  };

  window.Paged.registerHandlers(
    class extends window.Paged.Handler {
      beforePageLayout(page: PagedPage, content: ParentNode | undefined): void {
        if (!content || page.position !== this.chunker.pages[0]?.position) return;
        const area = page.element.querySelector<HTMLElement>(".pagedjs_page_content")!;
        const width = area.getBoundingClientRect().width;
        const place = document.createElement("div");
        place.style.cssText = `position: absolute; visibility: hidden; width: ${width}px`;
        area.append(place);
        for (const table of content.querySelectorAll("table")) {
          // A table in a table is as wide as the cells of that one turn out to be.
          if (table.parentElement?.closest("table")) continue;
          const own = placeOf(table, content, place);
          fixColumns(table, own);
          own.remove();
        }
        place.remove();
      }

      renderNode(clone: Node, source: Node): void {
        const element = clone instanceof Element ? clone : clone.parentElement;
        const table = element?.closest("table[data-split-from]");
        const original = (source instanceof Element ? source : source.parentElement)?.closest("table");
        if (!table || !original || table.hasAttribute("data-continued")) return;
        table.setAttribute("data-continued", "");
        const head = original.tHead && !original.tHead.contains(source) ? [original.tHead] : [];
        const parts = [...original.querySelectorAll(":scope > colgroup"), ...head];
        table.prepend(...parts.map(withoutReferences));
      }
    },
  );
}

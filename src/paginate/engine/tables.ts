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

  /** Measures a table as if it were on one endless page, and writes its column widths down. */
  const fixColumns = (table: HTMLTableElement, width: number, place: HTMLElement): void => {
    const copy = withoutNotes(table.cloneNode(true) as HTMLTableElement);
    place.append(copy);
    const rows = [...copy.rows].filter((each) => [...each.cells].every((cell) => cell.colSpan === 1));
    const row = rows.sort((one, other) => other.cells.length - one.cells.length)[0];
    const whole = copy.getBoundingClientRect().width;
    const widths = row ? [...row.cells].map((cell) => cell.getBoundingClientRect().width) : [];
    copy.remove();
    const sum = widths.reduce((total, each) => total + each, 0);
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
        for (const table of content.querySelectorAll("table")) fixColumns(table, width, place);
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

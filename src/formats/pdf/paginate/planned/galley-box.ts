/**
 * Makes a galley: the text of a run in one column as wide as the type area of a page, with the styles that it has
 * on a page, and its notes in a column beside it.
 */
import type { PagedPage } from "../engine/paged-types.js";
import type { GalleyBox } from "./galley-types.js";

export function makeGalleys(): void {
  const HOLDERS =
    ".colophon-galley, .colophon-galley > .pagedjs_sheet, .colophon-galley .pagedjs_pagebox, .colophon-galley .pagedjs_area, .colophon-galley .pagedjs_page_content";

  /**
   * Pixels that a printed page is taller than its type area, if the paper is: letters that reach below the last line are not cut
   * off, and what is a trifle taller in print than it was read makes no other page.
   */
  const SPARE = 8;

  const styles = document.createElement("style");
  styles.dataset.pagedjsIgnore = "";
  styles.textContent = `
    ${HOLDERS} {
      position: static !important; display: block !important; width: auto !important; height: auto !important;
      min-height: 0 !important; max-height: none !important; margin: 0 !important; padding: 0 !important;
      border: 0 !important; overflow: visible !important; columns: auto !important; break-after: auto !important; }
    .colophon-flow { position: relative; display: flow-root; height: auto !important }
    .colophon-flow * { break-after: auto !important }
    .colophon-flow :is(.two-columns, :has(> h1.two-columns)) > [data-break-after="avoid"] { break-after: avoid !important }`;

  /** The boxes of a page that the text is in, without those around them. */
  const holderOf = (page: PagedPage): HTMLElement => {
    const holder = page.element.cloneNode(true) as HTMLElement;
    holder.removeAttribute("id");
    holder.classList.add("colophon-galley");
    for (const other of holder.querySelectorAll(".pagedjs_bleed, .pagedjs_pagebox > :not(.pagedjs_area)"))
      other.remove();
    return holder;
  };

  /** Takes notes out of the text, as Paged.js does on a page: calls stand in their places. */
  const takeNotes = (flow: HTMLElement, column: Element): Map<HTMLElement, HTMLElement> => {
    const notes = new Map<HTMLElement, HTMLElement>();
    for (const note of flow.querySelectorAll<HTMLElement>("[data-note='footnote']")) {
      const call = document.createElement("a");
      call.className = note.className;
      const ref = note.dataset.ref!;
      Object.assign(call.dataset, { footnoteCall: ref, ref, dataCounterFootnoteIncrement: "1" });
      call.href = `#note-${ref}`;
      note.before(call);
      note.removeAttribute("data-break-before");
      note.dataset.footnoteMarker = ref;
      note.id = `note-${ref}`;
      column.append(note);
      notes.set(note, call);
    }
    return notes;
  };

  window.colophonPlanned = {
    ...window.colophonPlanned,
    makeGalley(page, content): Omit<GalleyBox, "sides"> {
      document.head.append(styles);
      const area = page.element.querySelector<HTMLElement>(".pagedjs_page_content")!;
      const { width, height, bottom } = area.getBoundingClientRect();
      const below = page.element.querySelector(".pagedjs_sheet")!.getBoundingClientRect().bottom - bottom;
      // Printed pages are whole pixels high: notes and figures, which stand so many pages down, would drift from page to page.
      const printedHeight = Math.floor(height + Math.max(0, Math.min(SPARE, below)));
      const holder = holderOf(page);
      const [text, noteArea] = [".pagedjs_page_content", ".pagedjs_footnote_area"].map(
        (name) => holder.querySelector<HTMLElement>(name)!,
      ) as [HTMLElement, HTMLElement];
      const flow = document.createElement("div");
      flow.className = "colophon-flow";
      flow.style.width = `${width}px`;
      flow.append(content);
      text.removeAttribute("style");
      text.replaceChildren(flow);
      const empty = noteArea.cloneNode(true) as HTMLElement;
      noteArea.style.cssText = `display: flow-root; height: auto; width: ${width}px; overflow: visible`;
      const inner = noteArea.querySelector(".pagedjs_footnote_inner_content")!;
      const notes = takeNotes(flow, inner);
      if (notes.size > 0) inner.parentElement!.classList.remove("pagedjs_footnote_empty");
      page.element.parentElement!.prepend(holder);
      page.element.style.display = "none";
      return { flow, notes, noteColumn: noteArea, noteArea: empty, width, height, printedHeight };
    },
  };
}

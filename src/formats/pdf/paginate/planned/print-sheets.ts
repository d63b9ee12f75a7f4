/** Gives the sheets that are printed the margins of their pages: the text has its type area, the margins the whole sheet. */
import type { Furniture, GalleyBox } from "./galley-types.js";

export function setPrintSheets(): void {
  /** Chromium makes the type areas of sheets whole pixels, as many as they begin: they are a trifle less high than that. */
  const TRIFLE = 0.01;
  /** Chromium rounds sheets to whole pixels, and shrinks all pages when something is wider than one. */
  const ROUNDED = 2;

  window.colophonPlanned = {
    ...window.colophonPlanned,
    sheetsOf(box: GalleyBox, { pages }: Furniture, firstSide): HTMLStyleElement {
      const { width, printedHeight, sides } = box;
      const sidesOf = (element: HTMLElement) => {
        const sheet = element.querySelector(".pagedjs_sheet")!.getBoundingClientRect();
        const area = element.querySelector(".pagedjs_page_content")!.getBoundingClientRect();
        const [top, left] = [area.top - sheet.top, area.left - sheet.left];
        const bottom = Math.ceil(sheet.height) - top - printedHeight + TRIFLE;
        return { top, right: sheet.width - left - width, bottom, left };
      };
      // What stands outside of the type area would be cut off: it is as wide as the narrower margins allow, or the wider ones,
      // if notes stand there; it goes over the edge of the paper on the other side then.
      const margins = pages.flatMap(({ element }) => [sidesOf(element).left, sidesOf(element).right]);
      const hanging = sides.size > 0 ? Math.max(...margins) : Math.min(...margins);
      const marginsOf = (element: HTMLElement): string => {
        const { top, right, bottom, left } = sidesOf(element);
        return `${top}px ${right - hanging}px ${bottom}px ${left - hanging}px`;
      };
      const isLeft = (element: HTMLElement) => element.classList.contains("pagedjs_left_page");
      const of = (left: boolean) =>
        pages.find(({ element }) => isLeft(element) === left)?.element ?? pages[0]!.element;
      // Chromium takes the first page that it prints for a right one; a recto that is read from right to left is a left one.
      const isMirrored = document.documentElement.dir === "rtl";
      const begins = (firstSide === "verso") !== isMirrored;
      const [right, left] = [marginsOf(of(begins)), marginsOf(of(!begins))];
      const { width: w, height: h } = pages[0]!.element
        .querySelector(".pagedjs_sheet")!
        .getBoundingClientRect();
      // The galley has the name of the first page, whose ground is that of its margins alone.
      const style = document.createElement("style");
      style.dataset.pagedjsIgnore = "";
      style.textContent = `
        @page { size: ${w}px ${h}px; margin: ${right} }
        @page :left { margin: ${left} }
        @page colophon-furniture { margin: 0 }
        @page colophon-furniture:left { margin: 0 }
        @media print {
          .colophon-flow { margin: 0 0 0 ${hanging}px !important }
          .colophon-galley .pagedjs_page_content { width: ${width + 2 * hanging - ROUNDED}px !important; overflow-x: clip !important }
          html, body, .pagedjs_pages { height: auto !important; min-height: 0 !important; max-height: none !important; width: auto !important }
          .colophon-galley { page: auto }
          .colophon-galley, .colophon-galley :is(.pagedjs_sheet, .pagedjs_pagebox) { background: none !important }
          [data-colophon-furniture] { page: colophon-furniture; display: block !important; break-before: page !important;
            break-after: auto !important; width: ${w}px !important; height: ${h}px !important; overflow: hidden }
        }`;
      return style;
    },
  };
}

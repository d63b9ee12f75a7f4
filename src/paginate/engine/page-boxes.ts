/**
 * Makes the boxes around the type area of a page cheaper.
 *
 * A page has some seventy of them, and the browser finds the styles of all again whenever
 * the page changes: a third of the time of its layout. So a new page is not measured before
 * it has the classes that decide its margins, and the boxes of crop marks, which come by
 * the dozen, are only there when a style sheet asks for marks.
 */
import type { PagedPage } from "./paged-types.js";

export function lightenPages(): void {
  const PATCHED = Symbol.for("colophon.page-boxes");

  const withoutMarks = document.createElement("style");
  withoutMarks.dataset.pagedjsIgnore = "";
  withoutMarks.textContent = ".pagedjs_bleed { display: none }";

  const hasMarks = (): boolean => {
    const root = getComputedStyle(document.documentElement);
    return ["crop", "cross"].some((mark) => {
      const display = root.getPropertyValue(`--pagedjs-mark-${mark}-display`).trim();
      return display !== "" && display !== "none";
    });
  };

  /** Pages after the first one take over what Paged.js measured of that. */
  const createLike = (first: PagedPage) =>
    function (this: PagedPage, _template: unknown, after?: Element): Element {
      const clone = document.importNode(this.pageTemplate.content, true);
      const element = clone.querySelector<HTMLElement>(".pagedjs_page")!;
      this.pagesArea.insertBefore(clone, after?.nextElementSibling ?? null);
      this.element = element;
      this.pagebox = element.querySelector(".pagedjs_pagebox")!;
      this.area = element.querySelector(".pagedjs_page_content")!;
      this.footnotesArea = element.querySelector(".pagedjs_footnote_area")!;
      this.area.style.columnWidth = first.area.style.columnWidth;
      this.area.style.columnGap = first.area.style.columnGap;
      this.width = first.width;
      this.height = first.height;
      return element;
    };

  window.Paged.registerHandlers(
    class extends window.Paged.Handler {
      afterParsed(): void {
        if (!hasMarks()) document.head.append(withoutMarks);
      }

      beforePageLayout(page: PagedPage): void {
        const prototype = Object.getPrototypeOf(page) as PagedPage & { [PATCHED]?: true };
        if (prototype[PATCHED]) return;
        prototype[PATCHED] = true;
        prototype.create = createLike(page);
      }
    },
  );
}

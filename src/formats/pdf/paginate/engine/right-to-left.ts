/**
 * Lays out books that are read from right to left.
 *
 * Paged.js finds what flows over in a column to the right of the page; where the direction is
 * right to left the browser puts it at the left, and all but the first page would be lost. So
 * pages and their columns run from left to right, and what stands in them has the direction of the book.
 * And the recto of such a book is its left page (CSS Paged Media 3, section 5.2): Paged.js takes
 * it for the right one. The direction comes from `<html dir>`.
 */
import type { PagedPage } from "./paged-types.js";

export function readFromRightToLeft(): void {
  /** Of no weight: what an author gives another direction keeps it. */
  const DIRECTIONS = `
    html, .pagedjs_pages { direction: ltr }
    :where(.pagedjs_page_content > div, .pagedjs_footnote_inner_content > *, .pagedjs_margin-content) {
      direction: rtl;
    }`;
  const SIDES = ["pagedjs_left_page", "pagedjs_right_page"] as const;
  const BREAKS = ["data-break-before", "data-break-after", "data-previous-break-after"];

  const isRightToLeft = (): boolean => document.documentElement.dir === "rtl";

  const changeSide = (page: Element): void => {
    for (const side of SIDES) page.classList.toggle(side);
  };

  /** Which page is a left one Paged.js would get wrong; rectos and versos it counts right. */
  const nameSides = (content: ParentNode): void => {
    for (const name of BREAKS) {
      for (const [side, logical] of [
        ["left", "recto"],
        ["right", "verso"],
      ] as const) {
        for (const element of content.querySelectorAll(`[${name}="${side}"]`)) {
          element.setAttribute(name, logical);
        }
      }
    }
  };

  window.Paged.registerHandlers(
    class extends window.Paged.Handler {
      isBegun = false;

      afterParsed(content: ParentNode): void {
        if (!isRightToLeft()) return;
        const style = document.createElement("style");
        style.dataset.pagedjsIgnore = "";
        style.textContent = DIRECTIONS;
        document.head.append(style);
        nameSides(content);
      }

      /** The first page has its side before it can be met, and with it what gives the others theirs. */
      beforePageLayout(page: PagedPage): void {
        if (this.isBegun || !isRightToLeft()) return;
        this.isBegun = true;
        changeSide(page.element);
        const prototype = Object.getPrototypeOf(page) as PagedPage;
        window.colophonRestoreLater(prototype);
        const index = prototype.index;
        prototype.index = function (this: PagedPage, number): void {
          index.call(this, number);
          changeSide(this.element);
        };
      }
    },
  );
}

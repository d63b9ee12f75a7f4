/**
 * Makes the boxes around the type area of a page cheaper.
 *
 * A page has some seventy of them, more than most pages have elements of their own, and the
 * browser finds the styles of all again whenever the page changes, and four times when it prints.
 * So a new page is not measured before it has the classes that decide its margins; margin boxes
 * without content are not there, nor the boxes of crop marks when no style sheet asks for marks;
 * and what running heads say is told to the margins alone: a variable of the page would be passed
 * on to all that stands on it.
 */
import type { PagedPage } from "./paged-types.js";

export function lightenPages(): void {
  const RUNNING_HEAD = "--pagedjs-string-";
  const MARGINS = [
    ...["top", "right", "bottom", "left"].map((side) => `.pagedjs_margin-${side}`),
    ...["top-left", "top-right", "bottom-left", "bottom-right"].map(
      (corner) => `.pagedjs_margin-${corner}-corner-holder`,
    ),
  ];
  let tellsMarginsAlone = false;
  let isMeasured = false;

  const styleRules = (rules: Iterable<CSSRule>): CSSStyleRule[] =>
    [...rules].flatMap((rule) => {
      if (rule instanceof CSSStyleRule) return [rule, ...styleRules(rule.cssRules)];
      return rule instanceof CSSGroupingRule ? styleRules(rule.cssRules) : [];
    });

  /** The rules of the publication: the first sheet that Paged.js inserts is its own. */
  const rulesOfAuthors = (): CSSStyleRule[] => {
    const own = document.querySelector<HTMLStyleElement>("style[data-pagedjs-inserted-styles]")?.sheet;
    return [...document.styleSheets].flatMap((sheet) => (sheet === own ? [] : styleRules(sheet.cssRules)));
  };

  const hide = (selectors: readonly string[]): string => `${selectors.join(", ")} { display: none }`;

  /** Paged.js shows none of them; they stay where a style sheet dresses the margin that they are in. */
  const emptyMargins = (rules: readonly CSSStyleRule[]): string => {
    const isDressed = (margin: string): boolean => {
      const subject = new RegExp(`\\${margin}(?![\\w-])[^\\s>+~,]*(,|$)`);
      return rules.some(({ selectorText }) => subject.test(selectorText));
    };
    const margins = MARGINS.filter((margin) => !isDressed(margin));
    return hide([
      ".pagedjs_margin:not(.hasContent) > .pagedjs_margin-content",
      ...margins.map((margin) => `${margin}:not(:has(.hasContent))`),
    ]);
  };

  const hasMarks = (): boolean => {
    const root = getComputedStyle(document.documentElement);
    return ["crop", "cross"].some((mark) => {
      const display = root.getPropertyValue(`--pagedjs-mark-${mark}-display`).trim();
      return display !== "" && display !== "none";
    });
  };

  const tellMarginsAlone = (page: HTMLElement): void => {
    const margins = page.querySelectorAll<HTMLElement>(MARGINS.join(", "));
    for (const name of [...page.style].filter((each) => each.startsWith(RUNNING_HEAD))) {
      const value = page.style.getPropertyValue(name);
      page.style.removeProperty(name);
      for (const margin of margins) margin.style.setProperty(name, value);
    }
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
        const rules = rulesOfAuthors();
        tellsMarginsAlone = rules
          .filter(({ cssText }) => cssText.includes(RUNNING_HEAD))
          .every(({ selectorText }) => selectorText.includes(".pagedjs_margin"));
        const lighter = document.createElement("style");
        lighter.dataset.pagedjsIgnore = "";
        lighter.textContent = emptyMargins(rules) + (hasMarks() ? "" : hide([".pagedjs_bleed"]));
        document.head.append(lighter);
      }

      beforePageLayout(page: PagedPage): void {
        if (isMeasured) return;
        isMeasured = true;
        const prototype = Object.getPrototypeOf(page) as PagedPage;
        window.colophonRestoreLater(prototype);
        prototype.create = createLike(page);
      }

      afterPageLayout(page: HTMLElement): void {
        if (tellsMarginsAlone) tellMarginsAlone(page);
      }
    },
  );
}

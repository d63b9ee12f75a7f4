/**
 * Tells which pages are the nth ones of style sheets (`@page :nth()`, CSS Generated Content for Paged Media 3, 3.1). Paged.js
 * counts pages where they stand in the document; margins of planned pages are made once for many.
 */
export function tellNthPages(): void {
  const NTH = /(\.pagedjs_page[\w.-]*):nth-of-type\(([^)]*)\)/g;
  const nameOf = (formula: string): string => formula.replace(/\s+/g, "");
  const byName = (page: string, formula: string): string => `${page}[data-nth~="${nameOf(formula)}"]`;

  window.colophonPlanned = {
    ...window.colophonPlanned,
    nthOn(count) {
      const formulas = new Set<string>();
      for (const style of document.querySelectorAll("style")) {
        const { textContent } = style;
        if (!textContent.includes(":nth-of-type(")) continue;
        style.textContent = textContent.replace(NTH, (_, page: string, formula: string) => {
          formulas.add(formula);
          return byName(page, formula);
        });
      }
      const pages = document.createElement("div");
      pages.append(...Array.from({ length: count }, () => document.createElement("i")));
      const all = [...pages.children];
      return all.map((page) =>
        [...formulas]
          .filter((formula) => page.matches(`i:nth-of-type(${formula})`))
          .map(nameOf)
          .join(" "),
      );
    },
    makeNth(page, nth) {
      page.dataset.nth = nth;
      // Paged.js asks pages themselves which rules are about them.
      const named = (selectors: string): string =>
        selectors.replace(NTH, (_, own: string, formula: string) => byName(own, formula));
      Object.defineProperty(page, "matches", {
        value: (selectors: string): boolean => Element.prototype.matches.call(page, named(selectors)),
      });
    },
  };
}

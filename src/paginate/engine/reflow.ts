/**
 * Checks again that a page holds what Paged.js left on it, and lets no wish empty a page.
 *
 * Taking away what flows over can change what stays: a table finds new column widths, and
 * its last row may now be out of the page, where nobody looks for it again. So the search
 * for the place to break is repeated until nothing flows over. And where the wish to keep
 * things together leaves nothing on a page, Paged.js skips them; here the wish gives way.
 */

export function breakUntilItFits(): void {
  const ATTEMPTS = 10;

  const relaxed = document.createElement("style");
  relaxed.dataset.pagedjsIgnore = "";
  relaxed.textContent = ".colophon-relaxed, .colophon-relaxed * { break-inside: auto !important }";

  const relax = (rendered: Element): void => {
    rendered.classList.add("colophon-relaxed");
    for (const name of ["data-break-before", "data-previous-break-after"]) {
      for (const element of rendered.querySelectorAll(`[${name}="avoid"]`)) element.removeAttribute(name);
    }
  };

  window.colophonChangeLayout((prototype) => {
    document.head.append(relaxed);
    // A hyphen that is added now may not fit, and the search would take it for text.
    prototype.hyphenateAtBreak = () => undefined;
    const find = prototype.findBreakToken;
    prototype.findBreakToken = function (rendered, source, bounds, previous, extract) {
      let token = find.call(this, rendered, source, bounds, previous, extract);
      if (extract === false) return token;
      for (let attempt = 0; token && attempt < ATTEMPTS; attempt += 1) {
        if (token.equals(previous)) relax(rendered);
        const earlier = find.call(this, rendered, source, bounds, previous, extract);
        if (!earlier || earlier.equals(token)) break;
        token = earlier;
      }
      return token;
    };
  });
}

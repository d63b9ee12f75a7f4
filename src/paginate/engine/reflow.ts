/**
 * Checks again that a page holds what Paged.js left on it.
 *
 * Taking away what flows over can change what stays: a table finds new column widths, and
 * its last row may now be out of the page, where nobody looks for it again. So the search
 * for the place to break is repeated until nothing flows over.
 */
import type { PagedLayout } from "./paged-types.js";

export function breakUntilItFits(): void {
  const ATTEMPTS = 10;
  const PATCHED = Symbol.for("colophon.reflow");

  window.Paged.registerHandlers(
    class extends window.Paged.Handler {
      onPageLayout(_wrapper: Element, _token: unknown, layout: PagedLayout): void {
        const prototype = Object.getPrototypeOf(layout) as PagedLayout & { [PATCHED]?: true };
        if (prototype[PATCHED]) return;
        prototype[PATCHED] = true;
        const find = prototype.findBreakToken;
        prototype.findBreakToken = function (rendered, source, bounds, previous, extract) {
          let token = find.call(this, rendered, source, bounds, previous, extract);
          for (let attempt = 0; token && extract !== false && attempt < ATTEMPTS; attempt += 1) {
            const earlier = find.call(this, rendered, source, bounds, previous, extract);
            if (!earlier || earlier.equals(token)) break;
            token = earlier;
          }
          return token;
        };
      }
    },
  );
}

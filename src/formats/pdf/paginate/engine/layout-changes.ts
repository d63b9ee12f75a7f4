/**
 * Lets the parts of the engine change how Paged.js lays out, before its first page.
 *
 * Its classes are not to be had from outside: they are met when a page is laid out. What is changed
 * there holds for all pages of the document, in the order in which the parts asked for it.
 */
import type { PagedLayout } from "./paged-types.js";

export function collectLayoutChanges(): void {
  const changes: ((layout: PagedLayout) => void)[] = [];
  window.colophonChangeLayout = (change) => void changes.push(change);

  window.Paged.registerHandlers(
    class extends window.Paged.Handler {
      onPageLayout(_wrapper: Element, _token: unknown, layout: PagedLayout): void {
        const prototype = Object.getPrototypeOf(layout) as PagedLayout;
        window.colophonRestoreLater(prototype);
        for (const change of changes.splice(0)) change(prototype);
      }
    },
  );
}

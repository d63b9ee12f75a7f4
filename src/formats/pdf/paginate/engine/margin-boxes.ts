/**
 * Lets every margin box speak for itself.
 *
 * Paged.js goes through the margin boxes of a page rule by rule, and from the first that has `content: none` it hides the
 * elements in all of those after it: a head that shows a heading with its italics, or `element()`, was not there. A rule
 * is handed over box by box instead, so that nothing is remembered from the one to the next.
 */

/** What Paged.js has read of an `@page` rule. */
interface PageRule {
  readonly marginalia: Readonly<Record<string, unknown>>;
}

/** The handler of Paged.js that makes rules for margin boxes. */
interface MarginBoxes {
  addMarginaliaContent(page: PageRule, ...more: unknown[]): void;
}

export function separateMarginBoxes(): void {
  const own = (window.Paged.registeredHandlers as { prototype: MarginBoxes }[]).find(
    ({ prototype }) => "addMarginaliaContent" in prototype,
  );
  if (!own) return;
  window.colophonRestoreLater(own.prototype);
  const add = own.prototype.addMarginaliaContent;
  own.prototype.addMarginaliaContent = function (page, ...more): void {
    for (const [name, box] of Object.entries(page.marginalia))
      add.call(this, { ...page, marginalia: { [name]: box } }, ...more);
  };
}

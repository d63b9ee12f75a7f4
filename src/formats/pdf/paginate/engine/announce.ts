/**
 * Says that a page is begun, and no more.
 *
 * `Printer` of pagedjs-cli measures every page as it begins, for boxes that it would write
 * into the PDF. That makes the browser lay out a page without content, and our boxes are
 * written at assembly.
 */
export function announcePages(): void {
  const previewer = window.PagedPolyfill;
  const on = previewer.on.bind(previewer);
  previewer.on = (event, listener) => on(event, event === "page" ? () => window.onPage({}) : listener);
}

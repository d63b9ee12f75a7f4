/**
 * Lets a page lay out one document after another with the same Paged.js.
 *
 * A page that loads its script anew forgets what the browser has learned about it, and the first pages of
 * every run take several times as long as the others. So the script stays, and documents are written
 * into the page one after another. What is made for one of them may not be found by the next: each begins with
 * the handlers and the classes that Paged.js came with, and with the engine as it is in a new page.
 */
export function beginDocuments(): void {
  const { registeredHandlers, Previewer } = window.Paged;
  const own = registeredHandlers.length;
  const parts: (() => void)[] = [];
  const changed = new Map<object, PropertyDescriptorMap>();

  window.colophonBegin = (part) => {
    parts.push(part);
    part();
  };

  window.colophonRestoreLater = (object) => {
    if (!changed.has(object)) changed.set(object, Object.getOwnPropertyDescriptors(object));
  };

  window.colophonRenew = () => {
    for (const [object, properties] of changed) Object.defineProperties(object, properties);
    changed.clear();
    registeredHandlers.length = own;
    window.PagedPolyfill = new Previewer();
    for (const part of parts) part();
  };
}

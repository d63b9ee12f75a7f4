/**
 * Lets a run begin on a left page.
 *
 * Paged.js takes the first page of a document for a right one. A run in the middle of a
 * book may begin on either side, and the margins, the running heads and `break-before:
 * recto` depend on it. The side comes from `<html data-first-side>`.
 */
export function beginOnSide(): void {
  window.Paged.registerHandlers(
    class extends window.Paged.Handler {
      constructor(...parts: ConstructorParameters<typeof window.Paged.Handler>) {
        super(...parts);
        const offset = document.documentElement.dataset.firstSide === "verso" ? 1 : 0;
        let total = 0;
        Object.defineProperty(this.chunker, "total", {
          get: () => total + offset,
          set: (pages: number) => {
            total = pages;
          },
        });
      }
    },
  );
}

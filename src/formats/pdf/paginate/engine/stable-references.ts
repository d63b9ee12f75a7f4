/**
 * Names the elements of a document by counting them.
 *
 * Paged.js would give each a random name, and the names of footnotes reach the PDF: the same
 * book would have other bytes every time.
 */
export function nameElements(): void {
  window.Paged.registerHandlers(
    class extends window.Paged.Handler {
      beforeParsed(content: ParentNode): void {
        let count = 0;
        for (const element of content.querySelectorAll("*")) {
          count += 1;
          element.setAttribute("data-ref", `r${count}`);
        }
      }
    },
  );
}

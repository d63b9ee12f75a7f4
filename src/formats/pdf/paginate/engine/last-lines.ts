/**
 * Fills the last line of a page only where it goes on overleaf.
 *
 * Paged.js justifies the last line of whatever a page cuts. Where it is cut behind the words of a list item,
 * before the list in it, that line is the last of its words: it ends where it ends.
 */
export function endWholeLines(): void {
  const isBlank = (node: Node): boolean => node instanceof Text && node.data.trim() === "";

  const beginsWithBlock = (rest: Element): boolean => {
    const first = [...rest.childNodes].find((node) => !isBlank(node));
    return first instanceof Element && !getComputedStyle(first).display.startsWith("inline");
  };

  window.Paged.registerHandlers(
    class extends window.Paged.Handler {
      afterPageLayout(page: Element): void {
        const filled = "data-align-last-split-element";
        for (const cut of page.previousElementSibling?.querySelectorAll(`[${filled}="justify"]`) ?? []) {
          const rest = page.querySelector(`[data-split-from="${cut.getAttribute("data-ref")}"]`);
          if (rest && beginsWithBlock(rest)) cut.removeAttribute(filled);
        }
      }
    },
  );
}

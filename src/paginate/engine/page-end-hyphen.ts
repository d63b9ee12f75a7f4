/**
 * Shows the hyphen of a word that is broken between two pages.
 *
 * Paged.js puts one wherever it breaks inside of a word, in code and in addresses too, where
 * it changes what is read. Here a word gets one only where it was marked as breakable: a
 * soft hyphen shows at the end of a line, but not at the end of a text.
 */
import type { PagedBreakToken, PagedPage } from "./paged-types.js";

export function hyphenateAtPageEnd(): void {
  const lastText = (root: Node): Text | undefined => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let last: Text | undefined;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) last = node as Text;
    return last;
  };

  window.Paged.registerHandlers(
    class extends window.Paged.Handler {
      afterPageLayout(_element: Element, page: PagedPage, token: PagedBreakToken | undefined): void {
        if (!(token?.node instanceof Text) || token.node.data[token.offset - 1] !== "\u00AD") return;
        const text = lastText(page.wrapper);
        if (!text?.data.endsWith("\u00AD")) return;
        text.data += "\u2011";
        text.parentElement?.classList.add("pagedjs_hyphen");
      }
    },
  );
}

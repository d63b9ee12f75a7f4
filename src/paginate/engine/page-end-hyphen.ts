/**
 * Shows the hyphen of a word that is broken between two pages.
 *
 * Paged.js puts one wherever it breaks inside of a word, in code and in addresses too, where
 * it changes what is read. Here a word gets one only where it was marked as breakable: a
 * soft hyphen shows at the end of a line, but not at the end of a text. It is the hyphen of the font: another one
 * (U+2011) comes from another font where that of the text has none. And it changes no line: where there is
 * no room for it, it takes none.
 */
import type { PagedBreakToken, PagedPage } from "./paged-types.js";

export function hyphenateAtPageEnd(): void {
  const lastText = (root: Node): Text | undefined => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let last: Text | undefined;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) last = node as Text;
    return last;
  };

  const placeOfLastLetter = (text: Text): string => {
    const letter = document.createRange();
    letter.setStart(text, Math.max(0, text.length - 1));
    letter.setEnd(text, text.length);
    const box = [...letter.getClientRects()].at(-1);
    return box ? `${Math.round(box.left / 20)} ${Math.round(box.top)}` : "";
  };

  window.Paged.registerHandlers(
    class extends window.Paged.Handler {
      afterPageLayout(_element: Element, page: PagedPage, token: PagedBreakToken | undefined): void {
        if (!(token?.node instanceof Text) || token.node.data[token.offset - 1] !== "\u00AD") return;
        const text = lastText(page.wrapper);
        if (!text?.data.endsWith("\u00AD")) return;
        text.deleteData(text.length - 1, 1);
        const before = placeOfLastLetter(text);
        const hyphen = document.createElement("span");
        hyphen.textContent = "-";
        // It did not go in with the text, and is not looked for in it.
        hyphen.dataset.repeated = "";
        text.after(hyphen);
        if (placeOfLastLetter(text) !== before) hyphen.style.cssText = "display: inline-block; width: 0";
      }
    },
  );
}

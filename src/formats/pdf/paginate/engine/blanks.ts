/**
 * Keeps the blanks between inline elements of a paragraph that goes on on the next page.
 *
 * There Paged.js takes the elements one by one, and steps over texts of white space only: *two*
 * **words** become one. In an element of its own a blank is not stepped over.
 */
export function keepBlanks(): void {
  const BLOCK =
    /^(ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|CAPTION|COL|COLGROUP|DD|DETAILS|DIV|DL|DT|FIGCAPTION|FIGURE|FOOTER|H[1-6]|HEADER|HR|LI|NAV|OL|P|PRE|SECTION|SUMMARY|TABLE|TBODY|TD|TFOOT|TH|THEAD|TR|UL)$/;

  const isInline = (node: Node | null): boolean => node instanceof HTMLElement && !BLOCK.test(node.tagName);

  window.Paged.registerHandlers(
    class extends window.Paged.Handler {
      beforeParsed(content: Node): void {
        const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
        const blanks: Text[] = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const text = node as Text;
          if (text.data.trim() !== "" || text.parentElement?.closest("pre, svg, math")) continue;
          if (isInline(text.previousSibling) && isInline(text.nextSibling)) blanks.push(text);
        }
        for (const blank of blanks) {
          const holder = document.createElement("span");
          blank.replaceWith(holder);
          holder.append(blank);
        }
      }
    },
  );
}

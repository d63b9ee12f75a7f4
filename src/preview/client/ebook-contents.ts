/** The table of contents of an ebook, from its navigation document (EPUB 3.3, 5.4). */
import type { ContentsItem } from "./view.js";

const EPUB = "http://www.idpf.org/2007/ops";

/** @param go opens a place, given as a URL. */
export function navigationOf(
  xhtml: string,
  address: string,
  go: (url: URL) => void,
): readonly ContentsItem[] {
  const document = new DOMParser().parseFromString(xhtml, "application/xhtml+xml");
  const navs = [...document.getElementsByTagName("nav")];
  const toc = navs.find((nav) => nav.getAttributeNS(EPUB, "type") === "toc") ?? navs[0];
  const items = (list: Element | undefined): ContentsItem[] =>
    childrenOf(list, "li").map((item) => {
      const [link] = childrenOf(item, "a");
      const label = link ?? childrenOf(item, "span")[0];
      const href = link?.getAttribute("href");
      return {
        title: (label?.textContent ?? "").replace(/\s+/g, " ").trim(),
        go: () => {
          if (href) go(new URL(href, address));
        },
        children: items(childrenOf(item, "ol")[0]),
      };
    });
  return items(toc && childrenOf(toc, "ol")[0]);
}

function childrenOf(element: Element | undefined, name: string): Element[] {
  return [...(element?.children ?? [])].filter(({ localName }) => localName === name);
}

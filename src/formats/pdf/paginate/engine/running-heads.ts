/**
 * Makes running heads say what the heading says: without the number of its note, with its backslashes and
 * its italics.
 *
 * A running head is a string for Paged.js, which writes it into a style as it is. While it is taken, a note
 * is not there and a backslash is escaped; a margin box that shows the words of a heading with markup gets
 * them with their markup.
 */

export function dressRunningHeads(): void {
  const HEADINGS = "h1, h2, h3, h4, h5, h6";
  const SOFT_HYPHEN = "\u00AD";
  const NOTES = ".note-reference, [data-footnote-call], [data-note]";

  const styles = document.createElement("style");
  styles.dataset.pagedjsIgnore = "";
  styles.textContent = ".pagedjs_margin-content[data-colophon-dressed]::after { content: none !important }";

  const words = (text: string): string => text.replace(/\s+/g, " ").trim();

  const textsIn = (root: Node): Text[] => {
    const texts: Text[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
    return texts;
  };

  /** The content of a heading as it may stand in a margin. */
  const inlineOf = (heading: Element): Element => {
    const line = document.createElement("span");
    line.className = "running-head";
    line.setAttribute("aria-hidden", "true");
    line.append(...[...heading.cloneNode(true).childNodes]);
    for (const note of line.querySelectorAll(NOTES)) note.remove();
    for (const word of line.querySelectorAll(".long-word")) word.replaceWith(...word.childNodes);
    for (const text of textsIn(line)) text.data = text.data.replaceAll(SOFT_HYPHEN, "");
    line.normalize();
    for (const end of line.querySelectorAll("br")) end.replaceWith(" ");
    for (const element of line.querySelectorAll("*")) {
      for (const name of ["id", "data-ref", "data-source", "href"]) element.removeAttribute(name);
    }
    return line;
  };

  /** Headings with more than words in them, by their words. */
  const dressed = new Map<string, Element>();

  /** What a margin box shows, when that is a string and nothing else. */
  const stringIn = (box: Element): string | undefined => {
    const { content } = getComputedStyle(box, "::after");
    return /^"(?:[^"\\]|\\.)*"$/.test(content)
      ? words(content.slice(1, -1).replace(/\\(.)/g, "$1"))
      : undefined;
  };

  type Strings = { afterPageLayout(page: HTMLElement, ...more: unknown[]): void };

  /** What a text in a heading is while the strings are taken: no number, soft hyphen or line end, backslashes escaped. */
  const saidBy = ({ data, parentElement }: Text): string => {
    if (parentElement?.closest(".note-reference")) return "";
    const text = parentElement?.closest(".long-word") ? data.replaceAll(SOFT_HYPHEN, "") : data;
    return text.replaceAll("\n", " ").replaceAll("\\", "\\\\");
  };

  const takeAsSaid = (prototype: Strings): void => {
    const take = prototype.afterPageLayout;
    prototype.afterPageLayout = function (page, ...more): void {
      const texts = [...page.querySelectorAll(HEADINGS)].flatMap(textsIn);
      const changed = texts
        .map((text) => ({ text, data: text.data, said: saidBy(text) }))
        .filter(({ data, said }) => data !== said);
      for (const { text, said } of changed) text.data = said;
      take.call(this, page, ...more);
      for (const { text, data } of changed) text.data = data;
    };
  };

  const own = (window.Paged.registeredHandlers as { prototype: Strings }[]).find((handler) =>
    String(handler).includes("stringSetSelectors"),
  );
  if (own) {
    window.colophonRestoreLater(own.prototype);
    takeAsSaid(own.prototype);
  }

  window.Paged.registerHandlers(
    class extends window.Paged.Handler {
      afterParsed(content: ParentNode): void {
        for (const heading of content.querySelectorAll(HEADINGS)) {
          if (heading.childElementCount === 0) continue;
          const line = inlineOf(heading);
          if (line.childElementCount > 0) dressed.set(words(line.textContent ?? ""), line);
        }
        if (dressed.size > 0) document.head.append(styles);
      }

      finalizePage(element: HTMLElement): void {
        if (dressed.size === 0) return;
        for (const box of element.querySelectorAll<HTMLElement>(
          ".pagedjs_margin.hasContent > .pagedjs_margin-content",
        )) {
          const line = dressed.get(stringIn(box) ?? "");
          if (!line) continue;
          box.append(line.cloneNode(true));
          box.dataset.colophonDressed = "";
        }
      }
    },
  );
}

/**
 * Lets notes go on for as many pages as they need.
 *
 * Paged.js gives what is left of a note the height that it asks for, be it more than the page has: then
 * there is no room for the text, and it ends the book. And it adds the page for the rest of the last
 * note without waiting for it. Here what goes on leaves some lines to the text, as long as there is any,
 * and each page with notes alone is finished before the next one is begun.
 */
import type { PagedBreakToken, PagedChunker, PagedLayout, PagedPage } from "./paged-types.js";

interface NoteHandler {
  needsLayout: ParentNode[];
  chunker: PagedChunker;
  handleAlignment(note: Element): void;
  afterOverflowRemoved(removed: Element, rendered: Element): void;
  moveFootnote(note: Element, area: Element, needsCall: boolean): void;
}

export function continueNotes(): void {
  /** Lines of text on a page on which notes go on. */
  const LINES = 6;
  const HEIGHT = "--pagedjs-footnotes-height";
  const NOTES = ".pagedjs_footnote_inner_content > [data-note='footnote']";
  /** Pages after which notes go on before the text does. */
  const endsWithNotes = new WeakSet<PagedPage>();
  let Layout: (new (area: Element, hooks: undefined, settings: unknown) => PagedLayout) | undefined;

  const pixels = (element: Element, ...properties: string[]): number => {
    const style = getComputedStyle(element);
    return properties.reduce((sum, each) => sum + (Number.parseFloat(style.getPropertyValue(each)) || 0), 0);
  };

  const partsOf = (page: PagedPage) => ({
    area: page.element.querySelector<HTMLElement>(".pagedjs_area")!,
    content: page.footnotesArea.querySelector<HTMLElement>(".pagedjs_footnote_content")!,
    inner: page.footnotesArea.querySelector<HTMLElement>(".pagedjs_footnote_inner_content")!,
  });

  /** What the rule above the notes takes, and the space around it. */
  const frameOf = (content: Element): number =>
    pixels(
      content,
      "margin-top",
      "margin-bottom",
      "padding-top",
      "padding-bottom",
      "border-top-width",
      "border-bottom-width",
    );

  /** Gives the notes that go on no more than their share of the page. */
  const limitHeight = (page: PagedPage, hasText: boolean): void => {
    const { area, content, inner } = partsOf(page);
    const lines = hasText ? LINES * (pixels(document.body, "line-height") || 20) : 0;
    const most = Math.floor(area.getBoundingClientRect().height - lines);
    if (inner.scrollHeight + frameOf(content) <= most) return;
    area.style.setProperty(HEIGHT, `${most}px`);
    inner.style.height = `${most - frameOf(content)}px`;
  };

  /** Marks what goes on overleaf: what begins there is in its first element, in the first element of that, and so on. */
  const markRest = (rest: DocumentFragment): void => {
    for (let part = rest.firstElementChild; part; part = part.firstElementChild) {
      part.setAttribute("data-split-from", part.getAttribute("data-ref") ?? "");
      if (!part.hasAttribute("data-footnote-marker")) part.removeAttribute("id");
      if (part.previousSibling) return;
    }
  };

  /** Takes the notes that do not fit off the page. True when there are some. */
  const takeRest = (handler: NoteHandler, page: PagedPage, settings: unknown): boolean => {
    const { area, content, inner } = partsOf(page);
    const bounds = content.getBoundingClientRect();
    inner.style.columnWidth = `${Math.round(bounds.width)}px`;
    inner.style.columnGap = "calc(var(--pagedjs-margin-right) + var(--pagedjs-margin-left))";
    const overflow =
      Layout && new Layout(page.footnotesArea, undefined, settings).findOverflow(inner, bounds);
    if (!overflow) return false;
    const { startContainer, startOffset } = overflow;
    const first = startContainer.childNodes[startOffset];
    const isWhole = first instanceof Element && first.hasAttribute("data-footnote-marker");
    const before = page.footnotesArea.getBoundingClientRect().height;
    const rest = overflow.extractContents();
    if (!isWhole) {
      markRest(rest);
      if (inner.lastElementChild) handler.handleAlignment(inner.lastElementChild);
    }
    handler.needsLayout.push(rest);
    content.style.removeProperty("height");
    inner.style.removeProperty("height");
    // Where a block is cut its own padding comes below: the text above the notes has been laid out without it.
    const least = Math.min(inner.getBoundingClientRect().height + frameOf(content), before);
    area.style.setProperty(HEIGHT, `${least}px`);
    if (inner.childNodes.length === 0) content.classList.add("pagedjs_footnote_empty");
    return true;
  };

  const beginsAnew = ({ node }: PagedBreakToken): boolean =>
    node instanceof HTMLElement &&
    (node.dataset.previousBreakAfter !== undefined || node.dataset.breakBefore !== undefined);

  /** Takes notes off the page whose marks are not on it any more, and then those whose marks were in these. */
  const takeLostNotes = (area: Element): void => {
    const isLost = (note: HTMLElement): boolean =>
      note.dataset.colophonContinues === undefined &&
      area.querySelector(`[data-footnote-call="${note.dataset.ref}"]`) === null;
    let lost: HTMLElement | undefined;
    do {
      lost = [...area.querySelectorAll<HTMLElement>(NOTES)].find(isLost);
      lost?.remove();
    } while (lost);
  };

  const change = (prototype: NoteHandler & Record<string, unknown>): void => {
    prototype.beforePageLayout = function (this: NoteHandler, page: PagedPage, content: unknown): void {
      const fragments = this.needsLayout.splice(0);
      const { area } = partsOf(page);
      for (const note of fragments.flatMap((fragment) => [...fragment.children])) {
        this.moveFootnote(note, area, false);
        note.setAttribute("data-colophon-continues", "");
      }
      if (fragments.length > 0) limitHeight(page, content !== undefined);
    };
    const afterOverflow = prototype.afterOverflowRemoved;
    prototype.afterOverflowRemoved = function (this: NoteHandler, removed: Element, rendered: Element): void {
      afterOverflow.call(this, removed, rendered);
      takeLostNotes(rendered.closest(".pagedjs_area")!);
    };
    prototype.afterPageLayout = function (
      this: NoteHandler,
      _element: Element,
      page: PagedPage,
      token: PagedBreakToken | undefined,
      chunker: PagedChunker,
    ): void {
      const hasRest = takeRest(this, page, chunker.settings);
      partsOf(page).inner.style.height = "auto";
      if (hasRest && (!token || beginsAnew(token))) endsWithNotes.add(page);
    };
    // Only when all is done for the page: the next one comes after it.
    prototype.finalizePage = async function (
      this: NoteHandler,
      _element: Element,
      page: PagedPage,
    ): Promise<void> {
      if (!endsWithNotes.has(page)) return;
      await undefined;
      await this.chunker.clonePage(page);
    };
  };

  const own = (
    window.Paged.registeredHandlers as { prototype: NoteHandler & Record<string, unknown> }[]
  ).find(({ prototype }) => "processFootnotes" in prototype);
  if (own) {
    window.colophonRestoreLater(own.prototype);
    change(own.prototype);
  }
  window.colophonChangeLayout((prototype) => {
    Layout = prototype.constructor as typeof Layout;
  });
}

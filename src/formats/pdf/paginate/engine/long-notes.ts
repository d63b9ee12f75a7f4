/**
 * Lets notes go on for as many pages as they need.
 *
 * Paged.js gives what is left of a note the height that it asks for, be it more than the page has: then
 * there is no room for the text, and it ends the book. It forgets a note whose mark was beside the page for a
 * moment, when notes before it took more room than they need. And it adds the page for the rest of the last
 * note without waiting for it. Here what goes on leaves some lines to the text, as long as there is any,
 * and each page with notes alone is finished before the next one is begun.
 */
import type { PagedBreakToken, PagedChunker, PagedLayout, PagedPage } from "./paged-types.js";

interface NoteHandler {
  needsLayout: DocumentFragment[];
  chunker: PagedChunker;
  afterOverflowRemoved(removed: Element, rendered: Element): void;
  moveFootnote(note: HTMLElement, area: Element, needsCall: boolean): void;
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

  const isInLine = (element: Element): boolean => getComputedStyle(element).display.startsWith("inline");

  /** The cut before all that begins at it: a page that ends at the first letter of an item ends before the item. */
  const beforeWhole = ({ startContainer, startOffset }: Range, inner: Element): [Node, number] => {
    let [at, offset]: [Node, number] = [startContainer, startOffset];
    while (offset === 0 && at !== inner && at.parentNode) {
      const { parentNode } = at;
      [at, offset] = [parentNode, [...parentNode.childNodes].indexOf(at as ChildNode)];
    }
    return [at, offset];
  };

  /** Elements of the notes that are cut, from the inside out. */
  const cutElements = ({ startContainer }: Range, inner: Element): Element[] => {
    const cut: Element[] = [];
    for (let each: Node | null = startContainer; each && each !== inner; each = each.parentNode) {
      if (each instanceof Element) cut.push(each);
    }
    return cut;
  };

  /** The block whose line goes on overleaf; undefined where the page ends between blocks. */
  const cutLine = ({ startContainer, startOffset }: Range, cut: readonly Element[]): Element | undefined => {
    const next = startContainer.childNodes[startOffset];
    if (next instanceof Element && !isInLine(next)) return undefined;
    return cut.find((element) => !isInLine(element));
  };

  /** The last line that stays is not the last of its block. */
  const fillLine = (block: Element): void => {
    const { textAlign, textAlignLast } = getComputedStyle(block);
    if (textAlign === "justify" && textAlignLast === "auto")
      block.setAttribute("data-align-last-split-element", "justify");
  };

  /** Marks what goes on overleaf: the first element, the first one of that, and so on, as deep as the cut goes. */
  const markRest = (rest: DocumentFragment, depth: number): void => {
    let part = rest.firstElementChild;
    for (let level = 0; part && level < depth; level += 1) {
      part.setAttribute("data-split-from", part.getAttribute("data-ref") ?? "");
      if (!part.hasAttribute("data-footnote-marker")) part.removeAttribute("id");
      part = part.firstElementChild;
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
    overflow.setStart(...beforeWhole(overflow, inner));
    const cut = cutElements(overflow, inner);
    const line = cutLine(overflow, cut);
    const before = page.footnotesArea.getBoundingClientRect().height;
    const rest = overflow.extractContents();
    markRest(rest, cut.length);
    if (line) fillLine(line);
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

  /** Notes that were not put on a page because their marks were beside it, by what they are called. */
  const passed = new Map<string, HTMLElement>();

  const noteOf = (area: Element, ref: string): Element | undefined =>
    [...area.querySelectorAll<HTMLElement>(NOTES)].find((note) => note.dataset.ref === ref);

  /** Puts notes on the page whose marks have come back to it: each before that of the next mark. */
  const addPassedNotes = (area: HTMLElement): void => {
    const content = area.querySelector<HTMLElement>(".pagedjs_footnote_content")!;
    const inner = content.querySelector<HTMLElement>(".pagedjs_footnote_inner_content")!;
    const marks = [...area.querySelectorAll<HTMLElement>(".pagedjs_page_content [data-footnote-call]")];
    let next: Element | null = null;
    for (const { dataset } of marks.reverse()) {
      const ref = dataset.footnoteCall!;
      const note = noteOf(area, ref) ?? passed.get(ref);
      if (!note) continue;
      if (!inner.contains(note)) {
        inner.insertBefore(note, next);
        content.classList.remove("pagedjs_footnote_empty");
        if (!inner.style.height)
          area.style.setProperty(HEIGHT, `${content.scrollHeight + frameOf(content)}px`);
      }
      next = note;
    }
  };

  const change = (prototype: NoteHandler & Record<string, unknown>): void => {
    const moveFootnote = prototype.moveFootnote;
    prototype.moveFootnote = function (this: NoteHandler, note, area, needsCall): void {
      moveFootnote.call(this, note, area, needsCall);
      const { ref = "" } = note.dataset;
      if (needsCall && note.parentNode === null) passed.set(ref, note);
      else passed.delete(ref);
    };
    prototype.beforePageLayout = function (this: NoteHandler, page: PagedPage, content: unknown): void {
      const fragments = this.needsLayout.splice(0);
      const { area } = partsOf(page);
      for (const note of fragments.flatMap(({ children }) => [...children] as HTMLElement[])) {
        this.moveFootnote(note, area, false);
        note.setAttribute("data-colophon-continues", "");
      }
      if (fragments.length > 0) limitHeight(page, content !== undefined);
    };
    const afterOverflow = prototype.afterOverflowRemoved;
    prototype.afterOverflowRemoved = function (this: NoteHandler, removed: Element, rendered: Element): void {
      afterOverflow.call(this, removed, rendered);
      const area = rendered.closest<HTMLElement>(".pagedjs_area")!;
      takeLostNotes(area);
      addPassedNotes(area);
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

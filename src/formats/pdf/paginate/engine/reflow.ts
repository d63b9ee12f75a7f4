/**
 * Checks again that a page holds what Paged.js left on it, and lets every page hold something.
 *
 * Taking away what flows over can change what stays: a table finds new column widths, and
 * its last row may now be out of the page, where nobody looks for it again. So the search
 * for the place to break is repeated until nothing flows over. And where nothing fits on a
 * page, Paged.js passes over what does not fit, or ends the book there. Here wishes give way, step by step:
 * first those to keep things together; then a page that notes have filled stays without text; then what
 * the text stands in becomes plain blocks one below the other; and what cannot be broken at all is made smaller until it fits.
 */
import type { PagedBreakToken, PagedLayout } from "./paged-types.js";

export function breakUntilItFits(): void {
  const ATTEMPTS = 10;
  /** Smaller than this nobody could read it. */
  const LEAST_ZOOM = 0.1;
  /** Pixels of notes that stay on a page, and by what they give way at a time. */
  const LEAST_NOTES = 40;
  const LESS = 0.7;
  /** Above the rule of the notes, in pixels. */
  const MARGIN = 16;
  let waits = 0;

  const styles = document.createElement("style");
  styles.dataset.pagedjsIgnore = "";
  styles.textContent = `
    .colophon-relaxed, .colophon-relaxed :not(tr, td, th, tr *) { break-inside: auto !important }
    .colophon-plain { display: block !important; float: none !important; position: static !important;
      width: auto !important; height: auto !important; min-height: 0 !important; max-height: none !important;
      overflow: visible !important; columns: auto !important; contain: none !important; transform: none !important }
    .colophon-plain::before, .colophon-plain::after { display: none !important }`;

  const relax = (rendered: Element): void => {
    rendered.classList.add("colophon-relaxed");
    for (const name of ["data-break-before", "data-previous-break-after"]) {
      for (const element of rendered.querySelectorAll(`[${name}="avoid"]`)) element.removeAttribute(name);
    }
  };

  /** What the page begins with: its innermost block, and what that stands in, from the inside out. */
  const firstBlocks = (rendered: Element): HTMLElement[] => {
    const walker = document.createTreeWalker(
      rendered,
      NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
      (node) => {
        const isShown =
          node instanceof Text ? node.data.trim() !== "" : /^(IMG|SVG|MATH|HR)$/i.test(node.nodeName);
        return isShown ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
      },
    );
    const blocks: HTMLElement[] = [];
    for (let node = walker.nextNode(); node && node !== rendered; node = node.parentNode) {
      if (node instanceof HTMLElement && node.dataset.ref) blocks.push(node);
    }
    return blocks;
  };

  const isTablePart = (element: Element): boolean =>
    /^(TABLE|CAPTION|THEAD|TBODY|TFOOT|TR|TH|TD|IMG)$/.test(element.tagName);

  const makePlain = (rendered: Element): void => {
    for (const block of firstBlocks(rendered)) {
      const { display } = getComputedStyle(block);
      if (!isTablePart(block) && display !== "inline") block.classList.add("colophon-plain");
    }
  };

  /** Makes what stands highest on the page, and cannot be broken, as small as the page. */
  const shrink = (rendered: Element, bounds: DOMRect): void => {
    const tall = firstBlocks(rendered).find(
      (block) => block.scrollHeight > bounds.height || isWide(block, bounds),
    );
    const block = tall ?? firstBlocks(rendered)[0];
    if (!block) return;
    const current = Number(block.style.zoom || 1);
    const wanted = (bounds.height - 2) / Math.max(block.scrollHeight, heightOf(block));
    block.style.zoom = String(Math.max(LEAST_ZOOM, Math.min(current * 0.85, current * wanted)));
  };

  const isWide = (block: Element, bounds: DOMRect): boolean =>
    [...block.getClientRects()].some(({ left }) => left >= bounds.right);

  /** With what of it stands in the columns beside the page. */
  const heightOf = (block: Element): number =>
    [...block.getClientRects()].reduce((sum, { height }) => sum + height, 0);

  const areaOf = (layout: PagedLayout): HTMLElement => layout.element.closest<HTMLElement>(".pagedjs_area")!;

  const notesOn = (layout: PagedLayout): HTMLElement[] => [
    ...areaOf(layout).querySelectorAll<HTMLElement>(".pagedjs_footnote_inner_content > *"),
  ];

  /** Gives the notes of a page another height; what of them does not fit goes on overleaf. */
  const setNotesHeight = (layout: PagedLayout, height: number): void => {
    const inner = areaOf(layout).querySelector<HTMLElement>(".pagedjs_footnote_inner_content")!;
    const frame = inner.parentElement!.offsetHeight - inner.offsetHeight;
    areaOf(layout).style.setProperty("--pagedjs-footnotes-height", `${Math.floor(height)}px`);
    inner.style.height = `${Math.max(0, Math.floor(height) - frame - MARGIN)}px`;
  };

  /** Takes the text off a page that is filled by notes of the pages before, with the notes that it has of its own. */
  const leaveToNotes = (layout: PagedLayout, rendered: Element): void => {
    rendered.replaceChildren();
    for (const note of notesOn(layout)) if (!("colophonContinues" in note.dataset)) note.remove();
    setNotesHeight(layout, areaOf(layout).getBoundingClientRect().height);
  };

  const tokenAt = (node: Node, like: PagedBreakToken, more: object = {}): PagedBreakToken =>
    Object.assign(Object.create(Object.getPrototypeOf(like)), { node, offset: 0, ...more });

  /** The page ends where it began, and this is not to be taken for the end. */
  const waiting = (previous: PagedBreakToken): PagedBreakToken => {
    waits += 1;
    const name = `waits ${waits}`;
    const { offset } = previous;
    return tokenAt(previous.node, previous, { offset, equals: () => false, toJSON: () => name });
  };

  /** Leaves what the page begins with as it is, though it sticks out, and goes on behind it. */
  const passOver = (
    rendered: Element,
    source: Node,
    previous: PagedBreakToken,
  ): PagedBreakToken | undefined => {
    const block = firstBlocks(rendered)[0];
    const own = block && (source as ParentNode).querySelector(`[data-ref="${block.dataset.ref}"]`);
    if (!own) return undefined;
    const rest = document.createRange();
    rest.setStartAfter(block);
    rest.setEndAfter(rendered.lastChild!);
    rest.deleteContents();
    let last: Node = own;
    while (!last.nextSibling && last.parentNode && last.parentNode !== source) last = last.parentNode;
    return last.nextSibling ? tokenAt(last.nextSibling, previous) : undefined;
  };

  window.colophonChangeLayout((prototype) => {
    document.head.append(styles);
    // A hyphen that is added now may not fit, and the search would take it for text.
    prototype.hyphenateAtBreak = () => undefined;
    prototype.colophonRelax = relax;
    const find = prototype.findBreakToken;
    prototype.findBreakToken = function (
      this: PagedLayout,
      rendered,
      source,
      bounds = this.bounds,
      previous,
      extract,
    ) {
      const again = () => find.call(this, rendered, source, bounds, previous, extract);
      const isStuck = (token: PagedBreakToken | undefined) =>
        previous !== undefined && token?.equals(previous) === true;
      let token = again();
      if (extract === false) return token;
      for (let attempt = 0; token && attempt < ATTEMPTS; attempt += 1) {
        if (isStuck(token)) relax(rendered);
        const earlier = again();
        if (!earlier || earlier.equals(token)) break;
        token = earlier;
      }
      if (!isStuck(token)) return token;
      const notes = notesOn(this);
      let height = notes.length > 0 ? areaOf(this).querySelector(".pagedjs_footnote_area")!.clientHeight : 0;
      for (height *= LESS; isStuck(token) && height > LEAST_NOTES; height *= LESS) {
        setNotesHeight(this, height);
        token = again();
      }
      if (!isStuck(token)) return token;
      if (notes.some((note) => "colophonContinues" in note.dataset)) {
        leaveToNotes(this, rendered);
        return waiting(previous!);
      }
      makePlain(rendered);
      token = again();
      for (let attempt = 0; isStuck(token) && attempt < ATTEMPTS; attempt += 1) {
        shrink(rendered, bounds);
        token = again();
      }
      return isStuck(token) ? passOver(rendered, source, previous!) : token;
    };
  });
}

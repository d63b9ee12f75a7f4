/**
 * Makes a page end at the letter at which it has to end.
 *
 * What flows over stands in a column beside the page. Paged.js compares whole pixels, and a
 * letter that begins a fraction before its column counts as fitting; so the column is taken
 * to begin a little earlier, in the empty space between. And it looks for the text of the source by its words, and takes the first one that has
 * them: " and " is found in an earlier " and then", and what is between is printed twice.
 * Here it is found by its neighbours, which are known by their references, or by the place at which the
 * page began. And two places in one text are two, also when one of them is its beginning: Paged.js
 * takes them for the same, and gives up.
 */
import type { PagedBreakToken, PagedLayout } from "./paged-types.js";

export function breakAtTheRightText(): void {
  const SLACK = 2;
  /** Where the page begins that a layout fills. */
  const beginnings = new WeakMap<PagedLayout, PagedBreakToken>();

  const elementBeside = (node: Node, side: "previousSibling" | "nextSibling"): HTMLElement | undefined => {
    const beside = node[side];
    return beside instanceof HTMLElement && beside.dataset.ref ? beside : undefined;
  };

  const inSource = (element: HTMLElement, source: ParentNode): Element | null =>
    source.querySelector(`[data-ref="${element.dataset.ref}"]`);

  /** The first text of an element that is on the page; of one that goes on there, that with which the page begins. */
  const firstText = (element: Element, begin: Node | undefined): Node | undefined => {
    if (begin instanceof Text && begin.parentNode === element) return begin;
    return [...element.childNodes].find((node) => node instanceof Text);
  };

  /** The text of the source that a text on the page is, or is the rest of. */
  const sourceText = (rendered: Text, source: ParentNode, begin: Node | undefined): Text | undefined => {
    const before = elementBeside(rendered, "previousSibling");
    const after = elementBeside(rendered, "nextSibling");
    const parent = rendered.parentElement;
    const own = parent?.dataset.ref ? inSource(parent, source) : null;
    const found = before
      ? inSource(before, source)?.nextSibling
      : after
        ? inSource(after, source)?.previousSibling
        : own && firstText(own, begin);
    return found instanceof Text && found.data.includes(rendered.data) ? found : undefined;
  };

  /** The text at which the overflow begins, and how many of its letters stay on the page. */
  const startOf = ({ startContainer, startOffset }: Range): { text: Text; kept: number } | undefined => {
    if (startContainer instanceof Text) return { text: startContainer, kept: startOffset };
    const child = startContainer.childNodes[startOffset];
    return child instanceof Text ? { text: child, kept: 0 } : undefined;
  };

  /** True when not even the head of a table that goes on fits on the page. */
  const isInRepeated = ({ startContainer, startOffset }: Range): boolean => {
    const node = startContainer.childNodes[startOffset] ?? startContainer;
    return (node instanceof Element ? node : node.parentElement)?.closest("[data-repeated]") != null;
  };

  const tokenAt = (node: Node, offset: number, like: PagedBreakToken): PagedBreakToken =>
    Object.assign(Object.create(Object.getPrototypeOf(like)), { node, offset });

  const placeAt = ({ node, offset }: PagedBreakToken): Range => {
    const place = document.createRange();
    if (node instanceof Text) place.setStart(node, Math.min(offset || 0, node.length));
    else place.setStartBefore(node);
    return place;
  };

  /** True when there is something to see from one place to the other. */
  const isBetween = (from: PagedBreakToken, to: PagedBreakToken): boolean => {
    const range = placeAt(from);
    const end = placeAt(to);
    if (range.compareBoundaryPoints(Range.START_TO_START, end) >= 0) return false;
    range.setEnd(end.startContainer, end.startOffset);
    return (
      range.toString().trim() !== "" || range.cloneContents().querySelector("img, svg, math, hr") !== null
    );
  };

  /** Where the overflow begins: the first letter after a soft hyphen has the box of the hyphen, then its own. */
  const firstOverflowing = (text: Text, offset: number, end: number, bottom: number): number => {
    const range = document.createRange();
    for (let place = offset; place > 0; place -= 1) {
      range.setStart(text, place - 1);
      range.setEnd(text, place);
      const box = [...range.getClientRects()].at(-1);
      if (!box || (box.left < end && box.top < bottom)) return place;
    }
    return 0;
  };

  /** Paged.js does not compare an offset with none. */
  const compareOffsets = (token: PagedBreakToken): void => {
    const prototype = Object.getPrototypeOf(token) as PagedBreakToken;
    window.colophonRestoreLater(prototype);
    prototype.equals = function (other): boolean {
      return other !== undefined && this.node === other.node && (this.offset || 0) === (other.offset || 0);
    };
  };

  window.colophonChangeLayout((prototype) => {
    const findToken = prototype.findBreakToken;
    prototype.findBreakToken = function (rendered, source, bounds, previous, extract) {
      if (previous) {
        beginnings.set(this, previous);
        compareOffsets(previous);
      }
      return findToken.call(this, rendered, source, bounds, previous, extract);
    };
    const find = prototype.findOverflow;
    prototype.findOverflow = function (this: PagedLayout, rendered, bounds, gap): Range | undefined {
      const whole = gap ?? this.gap;
      return find.call(this, rendered, bounds, whole > SLACK * 2 ? whole - SLACK : whole);
    };
    const breakText = prototype.textBreak;
    prototype.textBreak = function (text, start, end, top, bottom): number | undefined {
      const offset = breakText.call(this, text, start, end, top, bottom);
      return offset && firstOverflowing(text, offset, end, bottom);
    };
    const create = prototype.createBreakToken;
    const createRight = function (
      this: PagedLayout,
      overflow: Range,
      rendered: Element,
      source: ParentNode,
      begin: PagedBreakToken,
    ): PagedBreakToken | undefined {
      const token = create.call(this, overflow, rendered, source);
      const start = startOf(overflow);
      const text = start && sourceText(start.text, source, begin.node);
      // An element of which nothing stays goes as a whole.
      const isFirst = start !== undefined && start.kept === 0 && !start.text.previousSibling;
      if (!text || (isFirst && text !== begin.node)) return token;
      // What is left of a text that began on the page before is its end.
      return tokenAt(text, start.kept + text.data.lastIndexOf(start.text.data), begin);
    };
    prototype.createBreakToken = function (overflow, rendered, source): PagedBreakToken | undefined {
      const begin = beginnings.get(this);
      if (!begin) return create.call(this, overflow, rendered, source);
      if (isInRepeated(overflow)) return tokenAt(begin.node, begin.offset, begin);
      const token = createRight.call(this, overflow, rendered, source, begin);
      // Where nothing stays on the page, it ends where it began, whatever element is named for it.
      return token && !isBetween(begin, token) ? tokenAt(begin.node, begin.offset, begin) : token;
    };
  });
}

/**
 * Lets no page begin with the last line of a paragraph.
 *
 * Chromium moves one more line to the next page so that two stand there (CSS Fragmentation 3,
 * `widows`), but not when too few would be left behind (`orphans`): of three lines it leaves two and
 * moves one. Here such a paragraph goes to the next page as a whole.
 */
import type { PagedLayout } from "./paged-types.js";

export function keepLastLines(): void {
  /** The document that a layout takes its content from; a layout of notes has none. */
  const sources = new WeakMap<PagedLayout, Node>();

  const isInline = (node: Node): boolean =>
    node instanceof Text || (node instanceof Element && getComputedStyle(node).display.startsWith("inline"));

  /** The paragraph inside of which the page ends: a block with nothing but lines. */
  const paragraphAt = ({ startContainer, startOffset }: Range): HTMLElement | undefined => {
    let node: Node | null = startContainer.childNodes[startOffset] ?? startContainer;
    if (!isInline(node)) return undefined;
    while (node && isInline(node)) node = node.parentNode;
    return node instanceof HTMLElement && [...node.children].every(isInline) ? node : undefined;
  };

  /** Text comes piece by piece: of one that is not all there yet, nobody knows the last line. */
  const isWhole = (paragraph: HTMLElement, source: Node): boolean => {
    const own = (source as ParentNode).querySelector(`[data-ref="${paragraph.dataset.ref}"]`);
    return own !== null && own.lastChild?.textContent === paragraph.lastChild?.textContent;
  };

  const countLines = (boxes: readonly DOMRect[]): number => {
    let lines = 0;
    let bottom = Number.NEGATIVE_INFINITY;
    for (const box of [...boxes].sort((one, other) => one.top - other.top)) {
      // What is raised or lowered stands beside other text of its line.
      if (box.top >= bottom - box.height / 2) lines += 1;
      bottom = Math.max(bottom, box.bottom);
    }
    return lines;
  };

  /** Makes a paragraph go to the next page when too few of its lines would. True when it may do so. */
  const keepTogether = (paragraph: HTMLElement, end: number): boolean => {
    const content = document.createRange();
    content.selectNodeContents(paragraph);
    const boxes = [...content.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    const before = countLines(boxes.filter(({ left }) => left < end));
    const after = countLines(boxes.filter(({ left }) => left >= end));
    const { orphans, widows } = getComputedStyle(paragraph);
    const missing = Number(widows) - after;
    if (missing <= 0 || after === 0 || before - missing >= Number(orphans)) return false;
    paragraph.style.orphans = String(before + 1);
    return true;
  };

  window.colophonChangeLayout((prototype) => {
    const findToken = prototype.findBreakToken;
    prototype.findBreakToken = function (rendered, source, bounds, previous, extract) {
      sources.set(this, source);
      return findToken.call(this, rendered, source, bounds, previous, extract);
    };
    const find = prototype.findOverflow;
    prototype.findOverflow = function (
      this: PagedLayout,
      rendered,
      bounds = this.bounds,
      gap = this.gap,
    ): Range | undefined {
      const overflow = find.call(this, rendered, bounds, gap);
      const source = sources.get(this);
      const paragraph = overflow && source && paragraphAt(overflow);
      if (!paragraph || !isWhole(paragraph, source)) return overflow;
      return keepTogether(paragraph, bounds.right) ? find.call(this, rendered, bounds, gap) : overflow;
    };
  });
}

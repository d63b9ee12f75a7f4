/**
 * Moves a float that does not fit to the next page, with the text after it.
 *
 * Paged.js looks for what flows over in the order of the text and passes floats by: one that
 * lies below the end of the page would stay there, out of sight.
 */
import type { PagedLayout } from "./paged-types.js";

export function keepFloats(): void {
  const FLOATS = ".float-left, .float-right";

  const isOut = (float: Element, bounds: DOMRect): boolean => {
    const box = float.getBoundingClientRect();
    return box.height > 0 && (box.left >= bounds.right || box.bottom > bounds.bottom + 1);
  };

  /** What a page begins with has nowhere else to go. */
  const beginsPage = (node: Node, rendered: Element): boolean => {
    const before = document.createRange();
    before.setStart(rendered, 0);
    before.setEndBefore(node);
    const content = before.cloneContents();
    return content.textContent?.trim() === "" && !content.querySelector("img, svg, math, hr");
  };

  /** From the float, or from the heading above it, to the end of what was laid out. */
  const rangeFrom = (float: HTMLElement, rendered: Element): Range => {
    const range = document.createRange();
    const above = float.dataset.previousBreakAfter === "avoid" ? float.previousElementSibling : null;
    range.selectNode(above && !beginsPage(above, rendered) ? above : float);
    range.setEndAfter(rendered.lastChild!);
    return range;
  };

  window.colophonChangeLayout((prototype) => {
    const find = prototype.findOverflow;
    prototype.findOverflow = function (
      this: PagedLayout,
      rendered,
      bounds = this.bounds,
      gap = this.gap,
    ): Range | undefined {
      const found = find.call(this, rendered, bounds, gap);
      const floats = [...rendered.querySelectorAll<HTMLElement>(FLOATS)];
      const float = floats.find((each) => isOut(each, bounds) && !beginsPage(each, rendered));
      if (!float) return found;
      const own = rangeFrom(float, rendered);
      const isEarlier = !found || found.compareBoundaryPoints(Range.START_TO_START, own) > 0;
      return isEarlier ? own : found;
    };
  });
}

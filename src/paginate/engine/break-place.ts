/**
 * Makes a page end at the letter at which it has to end.
 *
 * What flows over stands in a column beside the page. Paged.js compares whole pixels, and a
 * letter that begins a fraction before its column counts as fitting; so the column is taken
 * to begin a little earlier, in the empty space between. And it looks for the text of the source by its words, and takes the first one that has
 * them: " and " is found in an earlier " and then", and what is between is printed twice.
 * Here it is found by its neighbours, which are known by their references.
 */
import type { PagedBreakToken, PagedLayout } from "./paged-types.js";

export function breakAtTheRightText(): void {
  const SLACK = 2;

  const elementBeside = (node: Node, side: "previousSibling" | "nextSibling"): HTMLElement | undefined => {
    const beside = node[side];
    return beside instanceof HTMLElement && beside.dataset.ref ? beside : undefined;
  };

  const inSource = (element: HTMLElement, source: ParentNode): Element | null =>
    source.querySelector(`[data-ref="${element.dataset.ref}"]`);

  const onlyChild = (element: Element | null): Node | undefined =>
    element?.childNodes.length === 1 ? element.childNodes[0] : undefined;

  /** The text of the source that a text on the page is, or is the rest of. */
  const sourceText = (rendered: Text, source: ParentNode): Text | undefined => {
    const before = elementBeside(rendered, "previousSibling");
    const after = elementBeside(rendered, "nextSibling");
    const parent = rendered.parentElement;
    const found = before
      ? inSource(before, source)?.nextSibling
      : after
        ? inSource(after, source)?.previousSibling
        : parent?.dataset.ref && onlyChild(inSource(parent, source));
    return found instanceof Text && found.data.includes(rendered.data) ? found : undefined;
  };

  /** The text at which the overflow begins, and how many of its letters stay on the page. */
  const startOf = ({ startContainer, startOffset }: Range): { text: Text; kept: number } | undefined => {
    if (startContainer instanceof Text) return { text: startContainer, kept: startOffset };
    const child = startContainer.childNodes[startOffset];
    return child instanceof Text ? { text: child, kept: 0 } : undefined;
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

  window.colophonChangeLayout((prototype) => {
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
    prototype.createBreakToken = function (overflow, rendered, source): PagedBreakToken | undefined {
      const token = create.call(this, overflow, rendered, source);
      const start = startOf(overflow);
      const text = token?.node instanceof Text && start && sourceText(start.text, source);
      if (!token || !text) return token;
      token.node = text;
      // What is left of a text that began on the page before is its end.
      token.offset = start.kept + text.data.lastIndexOf(start.text.data);
      return token;
    };
  });
}

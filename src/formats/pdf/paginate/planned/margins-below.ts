/**
 * Keeps the margins below what is broken over pages.
 *
 * The margin of the last block in an element is the margin of that element (CSS 2.2, 8.3.1); Chromium forgets it when a page
 * ends inside of the element. So the outermost element that is broken, and ends with the same margin, gets it itself.
 */
import type { MarginsBelow } from "./galley-types.js";

export function keepMarginsBelow(): void {
  const px = (value: string): number => Number.parseFloat(value) || 0;

  const isOfFlow = (node: Node): boolean => {
    if (node instanceof Text) return /\S/.test(node.data);
    if (!(node instanceof Element)) return false;
    const { display, position, float } = getComputedStyle(node);
    return display !== "none" && float === "none" && position !== "absolute" && position !== "fixed";
  };

  /** The last child of an element, if the margins of both are one. */
  const lastIn = (element: Element): HTMLElement | undefined => {
    const { display, paddingBottom, borderBottomWidth, overflowY, columnCount } = getComputedStyle(element);
    const isOpen = /^(?:block|list-item)$/.test(display) && overflowY === "visible" && columnCount === "auto";
    if (!isOpen || px(paddingBottom) > 0 || px(borderBottomWidth) > 0) return undefined;
    const last = [...element.childNodes].reverse().find(isOfFlow);
    return last instanceof HTMLElement && /^(?:block|list-item)$/.test(getComputedStyle(last).display)
      ? last
      : undefined;
  };

  window.colophonPlanned = {
    ...window.colophonPlanned,
    openMargins(flow): MarginsBelow {
      const met = new Set<Element>();
      /** Elements that are broken, each with the margin that it gets. */
      const margins = new Map<HTMLElement, number>();
      const taken: HTMLElement[] = [];
      /** What has the larger margin above itself that the margin before it was. */
      const above = new Map<HTMLElement, number>();

      const nextTo = (element: Element): HTMLElement | undefined => {
        let next = element.nextSibling;
        while (next && !isOfFlow(next)) next = next.nextSibling;
        return next instanceof HTMLElement ? next : undefined;
      };

      const holderOf = (element: HTMLElement): HTMLElement => {
        let holder = element;
        for (let parent = holder.parentElement!; parent !== flow && lastIn(parent) === holder; ) {
          holder = parent;
          parent = holder.parentElement!;
        }
        return holder;
      };

      const gather = (element: HTMLElement): HTMLElement => {
        const holder = holderOf(element);
        if (margins.has(holder)) return holder;
        let margin = px(getComputedStyle(holder).marginBottom);
        for (let last = lastIn(holder); last; last = lastIn(last)) {
          margin = Math.max(margin, px(getComputedStyle(last).marginBottom));
          taken.push(last);
        }
        margins.set(holder, margin);
        return holder;
      };

      return {
        breakIn(element) {
          for (let each = element; each !== flow && !met.has(each); each = each.parentElement!) {
            met.add(each);
            gather(each);
          }
        },
        takeOff(element, height) {
          const holder = gather(element);
          const margin = margins.get(holder)!;
          const next = nextTo(holder);
          // A margin below zero is added to the larger one of the others (CSS 2.2, 8.3.1): it cannot be less than zero and one of them.
          margins.set(holder, next ? -height : margin - height);
          if (next && margin > px(getComputedStyle(next).marginTop)) above.set(next, margin);
        },
        write() {
          for (const each of taken) each.style.setProperty("margin-bottom", "0", "important");
          for (const [each, margin] of margins)
            each.style.setProperty("margin-bottom", `${margin}px`, "important");
          for (const [each, margin] of above)
            if (px(each.style.marginTop) < margin)
              each.style.setProperty("margin-top", `${margin}px`, "important");
        },
      };
    },
  };
}

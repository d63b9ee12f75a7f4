/** Tells which margins above are one: that of an element and of what it begins with (CSS 2.2, 8.3.1). */

export function chainMarginsAbove(): void {
  const px = (value: string): number => Number.parseFloat(value) || 0;

  const isSeen = (node: Node): boolean =>
    node instanceof Text ? /\S/.test(node.data) : node instanceof Element && !isBeside(node);

  /** It floats, has a place of its own, or none. */
  const isBeside = (element: Element): boolean => {
    const { float, position, display } = getComputedStyle(element);
    return float !== "none" || position === "absolute" || position === "fixed" || display === "none";
  };

  /** Nothing keeps the margin of an element apart from the one of its first child. */
  const isOpen = (element: Element, style: CSSStyleDeclaration): boolean => {
    if (style.display === "contents") return true;
    if (style.display === "inline") return window.colophonPlanned.hasBlocks(element);
    return (
      /^(?:block|list-item)$/.test(style.display) &&
      style.overflowY === "visible" &&
      style.columnCount === "auto" &&
      px(style.paddingTop) === 0 &&
      px(style.borderTopWidth) === 0
    );
  };

  const isBlock = (element: Element, { display }: CSSStyleDeclaration): boolean =>
    display === "contents" ||
    (display === "inline" && window.colophonPlanned.hasBlocks(element)) ||
    /^(?:block|list-item|flow-root|table|flex|grid)$/.test(display) ||
    display === "block math";

  window.colophonPlanned = {
    ...window.colophonPlanned,
    chainAbove(element): HTMLElement[] {
      const chain: HTMLElement[] = [];
      for (let each: Node | undefined = element; each instanceof Element; ) {
        const style = getComputedStyle(each);
        if (each !== element && !isBlock(each, style)) break;
        chain.push(each as HTMLElement);
        if (!isOpen(each, style)) break;
        each = [...each.childNodes].find(isSeen);
      }
      return chain;
    },
  };
}

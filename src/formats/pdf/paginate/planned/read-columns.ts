/**
 * Makes one narrow column of text in columns, to be read as all other text is; the plan says where each column of a
 * page begins, and the document gets its columns back.
 */
import type { ColumnBox } from "./galley-types.js";

export function readGalleyColumns(): void {
  const px = (value: string): number => Number.parseFloat(value) || 0;
  const SIXTY_FOURTH = 64;

  const isMulticol = ({ columnCount, columnWidth }: CSSStyleDeclaration): boolean =>
    columnCount !== "auto" || columnWidth !== "auto";

  /** What is on one page as a whole has the columns that the browser gives it. */
  const isHeldTogether = ({ breakInside }: CSSStyleDeclaration): boolean => /^avoid/.test(breakInside);

  /** What it stands in is read block by block. */
  const isInFlow = (element: HTMLElement, flow: HTMLElement): boolean => {
    for (let each = element.parentElement!; each !== flow; each = each.parentElement!) {
      const style = getComputedStyle(each);
      if (!/^(?:block|list-item|contents|flow-root)$/.test(style.display)) return false;
      if (style.float !== "none" || style.position === "absolute" || isMulticol(style)) return false;
      if (isHeldTogether(style)) return false;
    }
    return true;
  };

  /** A frame around columns, or what spans them, would have to be put together on each page. */
  const isPlain = (element: HTMLElement, style: CSSStyleDeclaration): boolean => {
    const frame = [style.paddingTop, style.paddingBottom, style.borderTopWidth, style.borderBottomWidth];
    if (style.display !== "block" || isHeldTogether(style) || frame.some((each) => px(each) > 0))
      return false;
    return [...element.querySelectorAll<HTMLElement>("*")].every((each) => {
      const own = getComputedStyle(each);
      return own.columnSpan !== "all" && !isMulticol(own) && own.position !== "absolute";
    });
  };

  const sizesOf = (element: HTMLElement, style: CSSStyleDeclaration) => {
    const { columnGap, columnCount, columnWidth } = style;
    const width = element.clientWidth - px(style.paddingLeft) - px(style.paddingRight);
    const gap =
      columnGap === "normal"
        ? px(style.fontSize)
        : (columnGap.endsWith("%") ? width / 100 : 1) * px(columnGap);
    const most = columnCount === "auto" ? Number.POSITIVE_INFINITY : px(columnCount);
    const fitting =
      columnWidth === "auto" ? most : Math.max(1, Math.floor((width + gap) / (px(columnWidth) + gap)));
    const count = Math.min(most, fitting);
    const own = Math.floor(((width - (count - 1) * gap) / count) * SIXTY_FOURTH) / SIXTY_FOURTH;
    const step = (own + gap) * (style.direction === "rtl" ? -1 : 1);
    return { count, width: own, step };
  };

  /** The margins below what ends a column would be of no use, and are not the same in one and in several. */
  const endFlush = (element: HTMLElement): void => {
    for (let each = element.lastElementChild; each; each = each.lastElementChild)
      (each as HTMLElement).style.setProperty("margin-bottom", "0", "important");
  };

  window.colophonPlanned = {
    ...window.colophonPlanned,
    openColumns(flow): ColumnBox[] {
      const found = [...flow.querySelectorAll<HTMLElement>("*")].filter((element) => {
        const style = getComputedStyle(element);
        return isMulticol(style) && isPlain(element, style) && isInFlow(element, flow);
      });
      const boxes = found.map((element) => ({
        element,
        style: element.style.cssText,
        ...sizesOf(element, getComputedStyle(element)),
      }));
      for (const { element, width } of boxes) {
        element.classList.add("colophon-columns");
        endFlush(element);
        element.style.setProperty("columns", "1", "important");
        element.style.setProperty("width", `${width}px`, "important");
        element.style.setProperty("box-sizing", "content-box", "important");
      }
      return boxes;
    },
  };
}

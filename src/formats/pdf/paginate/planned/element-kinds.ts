/** Tells how elements take part in the column: as blocks, in lines, beside the text, or not at all. */
import type { ElementKind } from "./galley-types.js";

export function tellKinds(): void {
  const PICTURE = /^(?:img|svg|video|canvas|object|iframe|math|input|hr)$/i;

  const kindOf = (element: Element, style: CSSStyleDeclaration): ElementKind => {
    const { display, position, float } = style;
    if (display === "none") return "none";
    if (position === "absolute" || position === "fixed") return "none";
    if (float !== "none") return "floats";
    if (display === "inline" || display === "contents")
      return PICTURE.test(element.localName) ? "atom" : "inline";
    if (display.startsWith("inline") || display.startsWith("ruby") || display === "math") return "atom";
    if (display === "table") return "table";
    if (/flex|grid|math/.test(display) || PICTURE.test(element.localName)) return "whole";
    if (style.columnCount !== "auto" || style.columnWidth !== "auto")
      return element.classList.contains("colophon-columns") ? "columns" : "whole";
    return "block";
  };

  const hasBlocks = (element: Element): boolean =>
    [...element.children].some((child) => {
      const kind = kindOf(child, getComputedStyle(child));
      return /^(?:block|table|whole|columns)$/.test(kind) || (kind === "inline" && hasBlocks(child));
    });

  window.colophonPlanned = { ...window.colophonPlanned, kindOf, hasBlocks };
}

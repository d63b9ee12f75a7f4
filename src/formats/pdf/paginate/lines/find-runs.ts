/** Finds the paragraphs whose lines can be chosen: justified text, one block of it as wide as the other. */
import type { LineRun } from "./lines-types.js";

export function findLineRuns(): void {
  /** Mixed directions and scripts whose lines end between letters are better left to the browser. */
  const FOREIGN =
    /[\u0590-\u08FF\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u2E80-\uA4CF\uAC00-\uD7FF\uF900-\uFAFF\uFB1D-\uFDFF\uFE70-\uFEFF\uFF00-\uFFEF\u{20000}-\u{3FFFF}]/u;
  /** How far below something that floats lines may come to stand beside it that do not now: a part of its height. */
  const BELOW = 0.5;

  const isBlank = (node: Node): boolean =>
    node instanceof Comment || (node instanceof Text && !/\S/.test(node.data));

  const isInColumns = ({ display, columnCount, columnWidth }: CSSStyleDeclaration): boolean =>
    display === "block" && (columnCount !== "auto" || columnWidth !== "auto");

  window.colophonLines = {
    ...window.colophonLines,
    findRuns(root): LineRun[] {
      const { kindOf, hasBlocks } = window.colophonPlanned;
      const runs: LineRun[] = [];
      const floats: DOMRect[] = [];

      const canBeSet = ({ block, style, nodes }: Omit<LineRun, "opening">): boolean => {
        if (
          style.textAlign !== "justify" ||
          style.direction !== "ltr" ||
          style.writingMode !== "horizontal-tb"
        )
          return false;
        if (!/^(?:block|list-item|flow-root)$/.test(style.display) && !block.matches(".colophon-note"))
          return false;
        if (
          style.whiteSpace !== "normal" ||
          (style.display === "list-item" &&
            style.listStylePosition === "inside" &&
            style.listStyleType !== "none")
        )
          return false;
        const text = nodes.map(({ textContent }) => textContent).join("");
        return /\s\S/.test(text.trim()) && !FOREIGN.test(text);
      };

      const readInside = (block: HTMLElement, style: CSSStyleDeclaration): void => {
        let nodes: ChildNode[] = [];
        let hasOthers = false;
        let floated = false;
        const found: Omit<LineRun, "isAll" | "opening">[] = [];
        const flush = () => {
          if (!nodes.every(isBlank)) found.push({ block, style, nodes, isFirst: !hasOthers });
          nodes = [];
        };
        for (const child of block.childNodes) {
          if (!(child instanceof Element)) {
            nodes.push(child);
            continue;
          }
          const own = getComputedStyle(child);
          const kind = kindOf(child, own);
          if (kind === "none" && child.matches(".floated")) readInside(child as HTMLElement, own);
          else if (kind === "floats") {
            floats.push(child.getBoundingClientRect());
            floated = true;
          } else if (kind === "block" || isInColumns(own)) {
            flush();
            hasOthers = true;
            readInside(child as HTMLElement, own);
          } else if (
            kind === "table" ||
            kind === "whole" ||
            kind === "columns" ||
            (kind === "inline" && child.childElementCount > 0 && hasBlocks(child))
          ) {
            flush();
            hasOthers = true;
          } else nodes.push(child);
        }
        flush();
        // What is shown of one would bear on the others.
        if (floated || found.length > 1) return;
        for (const each of found) {
          const run = { ...each, isAll: !hasOthers };
          const opening = canBeSet(run) && window.colophonLines.openingOf(block, style);
          if (opening) runs.push({ ...run, opening: run.isFirst ? opening : {} });
        }
      };

      readInside(root, getComputedStyle(root));
      if (floats.length === 0) return runs;
      return runs.filter(({ block }) => {
        const { top, bottom } = block.getBoundingClientRect();
        return !floats.some(
          (each) => top < each.bottom + BELOW * each.height && bottom > each.top - BELOW * each.height,
        );
      });
    },
  };
}

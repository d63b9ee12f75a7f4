/** Reads the lines that texts and pictures beside each other make. */
import type { LineBox } from "./galley-types.js";

export function readLineBoxes(): void {
  /** Boxes that overlap by half of the smaller one are on one line. */
  const HALF = 0.5;
  const range = document.createRange();

  /** What is one box of a line, whatever is in it, and what stands above the letters of a line. */
  const WHOLE = "math, svg";
  const ABOVE = "rt, rp";

  const boxesIn = (first: Node, last: Node): DOMRect[] => {
    range.setStartBefore(first);
    range.setEndAfter(last);
    return [...range.getClientRects()];
  };

  /** The boxes of letters one by one: formulas have some that are on no line. */
  const boxesApart = (node: Node): DOMRect[] => {
    if (!(node instanceof Element)) return boxesIn(node, node);
    if (node.matches(ABOVE)) return [];
    if (node.matches(WHOLE)) return [...node.getClientRects()];
    if (!node.querySelector(`${WHOLE}, ${ABOVE}`)) return boxesIn(node, node);
    return [...node.childNodes].flatMap(boxesApart);
  };

  const hasWhole = (node: Node): boolean =>
    node instanceof Element && (node.matches(WHOLE) || node.querySelector(`${WHOLE}, ${ABOVE}`) !== null);

  /** The boxes of nodes; what floats between them is none of them. */
  const piecesOf = (nodes: readonly ChildNode[]): DOMRect[] => {
    if (nodes.some(hasWhole)) return nodes.flatMap(boxesApart);
    const boxes: DOMRect[] = [];
    for (let first = 0; first < nodes.length; ) {
      let last = first;
      while (nodes[last]!.nextSibling === nodes[last + 1] && last + 1 < nodes.length) last += 1;
      boxes.push(...boxesIn(nodes[first]!, nodes[last]!));
      first = last + 1;
    }
    return boxes;
  };

  /** A letter over several lines makes none of its own (CSS Inline 3, section 4). */
  const hasInitial = (block: Element | undefined): boolean => {
    if (!block) return false;
    const { initialLetter, float } = getComputedStyle(block, "::first-letter") as CSSStyleDeclaration & {
      readonly initialLetter?: string;
    };
    return (initialLetter ?? "normal") !== "normal" || float !== "none";
  };

  const isBeside = (one: LineBox, other: LineBox): boolean => {
    const least = Math.min(one.bottom - one.top, other.bottom - other.top) * HALF;
    return one.top < other.bottom - least && one.bottom > other.top + least;
  };

  /**
   * The lines that nodes beside each other make.
   *
   * @param block that begins with them.
   */
  const linesOf = (nodes: readonly ChildNode[], block?: Element): LineBox[] => {
    const all = piecesOf(nodes).filter(({ width, height }) => width > 0 && height > 0);
    const boxes = hasInitial(block) ? all.slice(1) : all;
    // Boxes of inline elements come before those of the texts in them.
    boxes.sort((one, other) => one.top + one.bottom - other.top - other.bottom);
    const lines: LineBox[] = [];
    for (const { top, bottom } of boxes) {
      let line: LineBox = { top, bottom };
      // A tall box may join lines that seemed to be two: those of a fraction.
      for (let last = lines.at(-1); last && isBeside(line, last); last = lines.at(-1)) {
        line = { top: Math.min(last.top, line.top), bottom: Math.max(last.bottom, line.bottom) };
        lines.pop();
      }
      lines.push(line);
    }
    return lines;
  };

  window.colophonPlanned = { ...window.colophonPlanned, linesOf };
}

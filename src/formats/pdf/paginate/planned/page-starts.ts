/** Finds the letter with which a page begins, in the text that the galley was read from. */
import type { Paragraph, StripPlace, TextPoint } from "./galley-types.js";

export function findPageStarts(): void {
  const range = document.createRange();

  const middle = ({ top, bottom }: DOMRect): number => (top + bottom) / 2;

  const lastBox = (text: Text, from: number, to: number): DOMRect | undefined => {
    range.setStart(text, from);
    range.setEnd(text, to);
    return [...range.getClientRects()].at(-1);
  };

  /** The first letter of a text that is below a height. */
  const firstBelow = (text: Text, limit: number): number => {
    let low = 0;
    let high = text.length - 1;
    while (low < high) {
      const half = (low + high) >> 1;
      const box = lastBox(text, low, half + 1);
      if (box && middle(box) > limit) high = half;
      else low = half + 1;
    }
    return low;
  };

  /** A place at the very start of elements is the place before them. */
  const outermost = (node: Node, block: Element): TextPoint => {
    let each = node;
    while (!each.previousSibling && each.parentNode !== block) each = each.parentNode!;
    return { node: each, offset: 0 };
  };

  const WHOLE = /^(?:img|svg|math|br)$/i;

  const startOfLine = ({ block, nodes, lines }: Paragraph, line: number): TextPoint => {
    const limit = (lines[line - 1]!.bottom + lines[line]!.top) / 2;
    for (const root of nodes) {
      const walker = document.createTreeWalker(
        root,
        NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
        (node) =>
          node.parentElement?.closest("svg, math") && node !== root
            ? NodeFilter.FILTER_REJECT
            : NodeFilter.FILTER_ACCEPT,
      );
      for (let node: Node | null = root; node; node = walker.nextNode()) {
        if (node instanceof Element) {
          if (WHOLE.test(node.localName) && middle(node.getBoundingClientRect()) > limit)
            return outermost(node, block);
        } else if (node instanceof Text && node.length > 0) {
          const box = lastBox(node, 0, node.length);
          if (!box || middle(box) <= limit) continue;
          const offset = firstBelow(node, limit);
          return offset === 0 ? outermost(node, block) : { node, offset };
        }
      }
    }
    return { node: nodes.at(-1)!, offset: 0 };
  };

  window.colophonPlanned = {
    ...window.colophonPlanned,
    startOf({ element, paragraph, line }: StripPlace): TextPoint {
      if (element) return { node: element, offset: 0 };
      if (paragraph && line > 0) return startOfLine(paragraph, line);
      return { node: paragraph!.nodes[0]!, offset: 0 };
    },
    startInNote(note, line) {
      const paragraph = {
        block: note,
        nodes: [...note.childNodes],
        lines: window.colophonPlanned.linesOf([...note.childNodes]),
      };
      return startOfLine(paragraph, line);
    },
  };
}

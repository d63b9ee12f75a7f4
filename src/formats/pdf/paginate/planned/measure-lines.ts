/**
 * Measures lines of unequal heights: those of formulas, small pictures, letters of several fonts.
 *
 * A line has no box that could be asked for. An empty box that stands at its top has one: such boxes are put into all
 * of these paragraphs, read, and taken out again.
 */
import type { Paragraph, TextPoint } from "./galley-types.js";

export function measureUnevenLines(): void {
  /** Of a pixel: less is rounding. */
  const NEARLY = 0.1;

  /** A line break stands before the box: without one it would be the last thing on the line before. */
  const probe = (): HTMLElement => {
    const holder = document.createElement("span");
    const box = document.createElement("span");
    box.style.cssText =
      "display: inline-block; vertical-align: top; width: 0; height: 0; margin: 0; padding: 0; border: 0";
    holder.append(document.createElement("br"), box);
    return holder;
  };

  /** Puts a box before a letter. @returns what takes it out again. */
  const insertAt = (box: HTMLElement, { node, offset }: TextPoint): (() => void) => {
    if (offset === 0 || !(node instanceof Text)) {
      node.parentNode!.insertBefore(box, node);
      return () => box.remove();
    }
    const { data } = node;
    const rest = node.splitText(offset);
    rest.before(box);
    return () => {
      box.remove();
      rest.remove();
      node.data = data;
    };
  };

  window.colophonPlanned = {
    ...window.colophonPlanned,
    measureLines(paragraphs): ReadonlyMap<Paragraph, readonly number[]> {
      const { startOf } = window.colophonPlanned;
      const wanted = paragraphs.map((paragraph) => ({
        paragraph,
        before: paragraph.block.getBoundingClientRect(),
        points: paragraph.lines
          .slice(1)
          .map((_, index) => startOf({ element: undefined, paragraph, line: index + 1 })),
      }));
      const undo: (() => void)[] = [];
      const probed = wanted.map(({ points, ...rest }) => {
        const boxes = points.map(probe);
        // From the end: places before a box stay what they are.
        for (let at = points.length - 1; at >= 0; at -= 1) undo.push(insertAt(boxes[at]!, points[at]!));
        return { ...rest, boxes };
      });
      const found = new Map<Paragraph, readonly number[]>();
      for (const { paragraph, before, boxes } of probed) {
        const { top, height } = paragraph.block.getBoundingClientRect();
        // What seemed to be a line was none, if the paragraph has become longer: it has moved what stands below it.
        if (Math.abs(height - before.height) > NEARLY) continue;
        const tops = boxes.map((box) => box.lastElementChild!.getBoundingClientRect().top + before.top - top);
        found.set(paragraph, tops);
      }
      for (const each of undo.reverse()) each();
      return found;
    },
  };
}

/** Reads what the plan may ask of paragraphs whose lines were chosen: a line more or fewer; and where lines end in hyphens. */
import type { LooseParagraph, Strip } from "../../plan/galley.js";

export function readLoosenesses(): void {
  /** Of a pixel: lines of one height are not quite. */
  const NEARLY = 1;

  /** Lines of the leading of the text alone keep what stands below them in its place. */
  const isEven = (strips: readonly Strip[], from: number, to: number, leading: number): boolean => {
    for (let at = from + 2; at < to; at += 1)
      if (Math.abs(strips[at]!.start - strips[at - 1]!.start - leading) > NEARLY) return false;
    return true;
  };

  window.colophonPlanned = {
    ...window.colophonPlanned,
    looseParagraphs({ galley, places }, lines) {
      const { leading, columns } = galley;
      const strips = [...galley.strips];
      const loose: LooseParagraph[] = [];
      const isInColumns = (strip: number): boolean =>
        columns.some(({ from, to }) => from <= strip && strip < to);
      for (let from = 0, to = 0; from < strips.length; from = to) {
        const { paragraph } = places[from]!;
        to = from + 1;
        while (paragraph && places[to]?.paragraph === paragraph) to += 1;
        const chosen = paragraph && lines.of(paragraph.block);
        if (!chosen || chosen.ends.length !== to - from) continue;
        for (let at = from + 1; at < to; at += 1)
          if (chosen.ends[at - from - 1] === "-") strips[at] = { ...strips[at]!, isDivided: true };
        const { more, fewer } = chosen;
        if (more === undefined && fewer === undefined) continue;
        if (isInColumns(from) || !isEven(strips, from, to, leading)) continue;
        loose.push({ from, to, ...(more !== undefined && { more }), ...(fewer !== undefined && { fewer }) });
      }
      return { strips, loose };
    },
  };
}

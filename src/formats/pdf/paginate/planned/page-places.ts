/** Tells on which page of a plan a place of the galley is. */
import type { Galley, NotePart, PagePlan, PlannedPage } from "../../plan/galley.js";
import type { ReadGalley } from "./galley-types.js";

export function placeOnPages(): void {
  /** Less than any line. */
  const NEARLY = 0.5;

  /** Where a column begins that begins with a strip, with the head of a table that it repeats. */
  const topOf = (strips: Galley["strips"], strip: number): number =>
    strips[strip]!.start - (strips[strip]!.head ?? 0);

  /** How far to the right a strip stands, because it is in a column. */
  const columnOf = ({ galley, columns: boxes }: ReadGalley, { columns = [] }: PlannedPage, strip: number) => {
    const own = columns.find(({ from, to }) => from <= strip && strip < to);
    if (!own) return 0;
    const block = galley.columns.findIndex(({ from, to }) => from <= strip && strip < to);
    return own.begins.filter((begin) => begin <= strip).length * boxes[block]!.step;
  };

  window.colophonPlanned = {
    ...window.colophonPlanned,
    heightOfPart({ notes }: Galley, { note, from, to }: NotePart) {
      const { lines } = notes[note]!;
      return lines[to - 1]! - (from === 0 ? 0 : lines[from - 1]!);
    },
    shiftOf(read: ReadGalley, plan: PagePlan, page: number, strip: number) {
      const { galley } = read;
      const { pages } = plan;
      const { from, stretched = 0, columns = [] } = pages[page]!;
      const { strips, end } = galley;
      let shift = window.colophonPlanned.headHeight(read, plan, page);
      if (stretched > 0)
        for (let at = from + 1; at <= strip; at += 1) shift += stretched * (strips[at]?.stretch ?? 0);
      for (const own of columns) {
        if (strip < own.from) continue;
        const top = topOf(strips, own.from);
        if (strip >= own.to) shift -= (strips[own.to]?.end ?? end) - top - own.height;
        else {
          const column = own.begins.findLast((begin) => begin <= strip);
          if (column !== undefined) shift -= topOf(strips, column) - top;
        }
      }
      return shift;
    },
    pageAt(read: ReadGalley, plan: PagePlan, y: number) {
      const { galley, top } = read;
      const { pages } = plan;
      const { strips } = galley;
      const place = y - top;
      const startOf = (page: number): number => strips[pages[page]!.from]?.start ?? Number.POSITIVE_INFINITY;
      let low = 0;
      let high = pages.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (startOf(middle) <= place + NEARLY) low = middle;
        else high = middle - 1;
      }
      const { from } = pages[low]!;
      // An empty page has the place of the next one; text is on that.
      const page = pages[low]!.isBlank && low + 1 < pages.length ? low + 1 : low;
      const start = strips[from]?.start ?? 0;
      let strip = from;
      while (strip + 1 < pages[page]!.to && strips[strip + 1]!.start <= place + NEARLY) strip += 1;
      const shift = window.colophonPlanned.shiftOf(read, plan, page, strip);
      const column = columnOf(read, pages[page]!, strip);
      return { page, y: Math.max(0, place - start + (strips[from]?.head ?? 0) + shift), x: column };
    },
  };
}

/** Divides text into columns of one height: as low ones as do, filled one after another. */
import type { ColumnsOnPage, Galley, GalleyColumns } from "./galley.js";

/** Browsers round to the 64th part of a pixel, each box for itself. */
const ROUNDING = 0.02;
/** A line that did not fit in a column would move all that follow it. */
const SPARE = 1;

export interface ColumnSearch {
  /**
   * The text in columns on a page that begins with a strip, up to another one.
   *
   * @returns nothing for a page without any. `saved` is how much lower they are than the one column of the galley.
   */
  columnsIn(
    from: number,
    to: number,
  ): { readonly columns: readonly ColumnsOnPage[]; readonly saved: number } | undefined;
  /** Text that goes on on the next page has all of its columns: what comes next would stand in another one. */
  fillsAll(columns: readonly ColumnsOnPage[]): boolean;
}

export function columnsOf({ strips, columns, end, height }: Galley): ColumnSearch {
  /** Those that are on one page as a whole are asked for from every place before them. */
  const whole = new Map<GalleyColumns, ColumnsOnPage>();

  const endAt = (strip: number): number => strips[strip]?.end ?? end;
  const heightOf = (from: number, to: number): number =>
    endAt(to) - strips[from]!.start + (strips[from]!.head ?? 0);

  /** Fills columns of a height. @returns the strips that they begin with, and the height that would take a strip more. */
  const filled = (from: number, to: number, tall: number, isKept: (strip: number) => boolean) => {
    const begins = [from];
    let more = Number.POSITIVE_INFINITY;
    let start = from;
    let free: number | undefined;
    for (let at = from + 1; at <= to; at += 1) {
      if (at < to && isKept(at)) continue;
      const needed = heightOf(start, at);
      if (needed <= tall + ROUNDING) {
        free = at;
        continue;
      }
      more = Math.min(more, needed);
      // What does not fit in a column of its own asks for a higher one.
      if (free === undefined) return { begins, more: needed, isDone: false };
      start = free;
      begins.push(start);
      free = undefined;
      at = start;
    }
    return { begins, more, isDone: true };
  };

  /** @param least that their height cannot be lower than. */
  const balanced = (
    from: number,
    to: number,
    count: number,
    isKept: (strip: number) => boolean,
    least: number,
  ): ColumnsOnPage => {
    for (let tall = least; ; ) {
      const { begins, more, isDone } = filled(from, to, tall, isKept);
      if (isDone && begins.length <= count) {
        const heights = begins.map((each, index) => heightOf(each, begins[index + 1] ?? to));
        const most = Math.max(...heights);
        return { from, to, begins: begins.slice(1), height: SPARE + most, short: most - heights.at(-1)! };
      }
      tall = more;
    }
  };

  /** No strip is kept with the one before it when columns would be taller than a page otherwise. */
  const dividedIn = (from: number, to: number, block: GalleyColumns): ColumnsOnPage => {
    const isWhole = from === block.from && to === block.to;
    const known = isWhole ? whole.get(block) : undefined;
    if (known) return known;
    const least = heightOf(from, to) / block.count;
    const kept = balanced(from, to, block.count, (strip) => strips[strip]!.keep !== "free", least);
    const divided =
      kept.height > height && least <= height ? balanced(from, to, block.count, () => false, least) : kept;
    if (isWhole) whole.set(block, divided);
    return divided;
  };

  return {
    fillsAll: (divided) =>
      divided.every(({ to, begins }) => {
        const block = columns.find((each) => each.from < to && to < each.to);
        return block === undefined || begins.length + 1 === block.count;
      }),
    columnsIn(from, to) {
      const here = columns.filter((block) => block.from < to && block.to > from);
      if (here.length === 0) return undefined;
      const divided = here.map((block) =>
        dividedIn(Math.max(from, block.from), Math.min(to, block.to), block),
      );
      const saved = divided.reduce(
        (sum, { from: first, to: last, height: own }) => sum + heightOf(first, last) - own,
        0,
      );
      return { columns: divided, saved };
    },
  };
}

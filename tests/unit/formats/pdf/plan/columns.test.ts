import { describe, expect, test } from "vitest";
import { columnsOf } from "../../../../../src/formats/pdf/plan/columns.js";
import type { Galley, PlannedPage, Strip } from "../../../../../src/formats/pdf/plan/galley.js";
import { type PageEnd, pageEndsOf } from "../../../../../src/formats/pdf/plan/page-ends.js";
import { planPages } from "../../../../../src/formats/pdf/plan/plan-pages.js";
import { randomNumbers } from "../../../../support/random-numbers.js";

const LINE = 10;
const HEIGHT = 20 * LINE;
/** Columns leave as much for what browsers round. */
const SPARE = 1;

type Part = Partial<Strip> & { readonly height?: number; readonly white?: number };

function galleyOf(parts: readonly Part[], columns: Galley["columns"]): Galley {
  let end = 0;
  const strips = parts.map(({ height = LINE, white = 0, ...part }): Strip => {
    const strip = { end, start: end + white, keep: "free" as const, ...part };
    end = strip.start + height;
    return strip;
  });
  return {
    height: HEIGHT + SPARE,
    leading: LINE,
    side: "recto",
    strips,
    end,
    notes: [],
    noteOverhead: 0,
    columns,
    floats: [],
    loose: [],
  };
}

const lines = (count: number): Part[] => Array.from({ length: count }, () => ({}));

describe("text in columns", () => {
  test("has columns of one height, the first ones a line longer", () => {
    const { columnsIn } = columnsOf(galleyOf(lines(11), [{ from: 0, to: 11, count: 2 }]));
    expect(columnsIn(0, 11)).toEqual({
      columns: [{ from: 0, to: 11, begins: [6], height: 6 * LINE + SPARE, short: LINE }],
      saved: 5 * LINE - SPARE,
    });
    expect(columnsIn(0, 11)!.saved + columnsIn(0, 11)!.columns[0]!.height).toBe(11 * LINE);
  });

  test("begins no column with what is to stay with the line before", () => {
    const parts = lines(12);
    parts[6] = { keep: "apart" };
    parts[7] = { keep: "lines" };
    const [columns] = columnsOf(galleyOf(parts, [{ from: 0, to: 12, count: 2 }])).columnsIn(0, 12)!.columns;
    expect(columns).toMatchObject({ begins: [5], height: 7 * LINE + SPARE });
  });

  test("leaves white off that stands before a column", () => {
    const parts = lines(12);
    parts[6] = { white: LINE };
    const [columns] = columnsOf(galleyOf(parts, [{ from: 0, to: 12, count: 2 }])).columnsIn(0, 12)!.columns;
    expect(columns).toMatchObject({ begins: [6], height: 6 * LINE + SPARE });
  });

  test("fills the rest of a page, goes on, and what follows stands below the shorter rest", () => {
    const galley = galleyOf(lines(10 + 50 + 10), [{ from: 10, to: 60, count: 2 }]);
    const { pages } = planPages(galley);
    expect(pages[0]).toMatchObject({ from: 0, to: 30, columns: [{ from: 10, to: 30, begins: [20] }] });
    expect(pages[1]).toMatchObject({ from: 30, to: 65, columns: [{ from: 30, to: 60, begins: [45] }] });
    expect(pages[2]).toMatchObject({ from: 65, to: 70 });
  });

  test("does without its wishes when a column would be taller than a page", () => {
    const parts = lines(70).map((part, index) => (index === 0 ? part : { keep: "apart" as const }));
    const { pages, isWhole } = planPages(galleyOf(parts, [{ from: 0, to: 70, count: 2 }]));
    expect(isWhole).toBe(true);
    expect(pages.map(({ columns }) => columns![0]!.begins)).toEqual([[20], [55]]);
  });

  test("has all of its columns where it goes on", () => {
    const parts = lines(40);
    parts[36] = { height: 15 * LINE };
    const { pages } = planPages(galleyOf(parts, [{ from: 35, to: 40, count: 3 }]));
    for (const { to, columns = [] } of pages)
      if (to > 35 && to < 40) expect(columns[0]!.begins).toHaveLength(2);
  });
});

describe("any galley with columns", () => {
  const random = randomNumbers(11);
  const chance = (share: number) => random() < share;
  const galleys = Array.from({ length: 40 }, (): Galley => {
    const parts = Array.from({ length: 60 + Math.floor(random() * 160) }, (): Part => {
      const white = chance(0.2) ? Math.round(random() * 2) * 5 : 0;
      return {
        height: chance(0.05) ? LINE * (1 + Math.floor(random() * 6)) : LINE,
        white,
        keep: chance(0.8) ? "free" : chance(0.5) ? "lines" : "apart",
      };
    });
    const columns: Galley["columns"][number][] = [];
    for (let from = Math.floor(random() * 30); from < parts.length; ) {
      const to = Math.min(parts.length, from + 2 + Math.floor(random() * 90));
      columns.push({ from, to, count: 2 + Math.floor(random() * 2) });
      from = to + Math.floor(random() * 30);
    }
    return galleyOf(parts, columns);
  });

  const endAt = ({ strips, end }: Galley, strip: number): number => strips[strip]?.end ?? end;

  /** As a browser would lay it out: one thing below the other. */
  function heightOf({ from, to, columns = [] }: PlannedPage | PageEndFrom, galley: Galley): number {
    let height = 0;
    let at = from;
    let last = galley.strips[from]!.start;
    for (const { from: first, to: behind, begins } of columns) {
      height += galley.strips[first]!.start - last;
      const starts = [first, ...begins];
      height += Math.max(
        ...starts.map(
          (start, index) => endAt(galley, starts[index + 1] ?? behind) - galley.strips[start]!.start,
        ),
      );
      at = behind;
      last = endAt(galley, behind);
    }
    return height + (at < to ? endAt(galley, to) - last : 0);
  }

  interface PageEndFrom extends PageEnd {
    readonly from: number;
  }

  test("has each strip on one page and in one column, in order, and no page that is too full", () => {
    for (const galley of galleys) {
      const { pages, isWhole } = planPages(galley);
      expect(isWhole).toBe(true);
      expect(pages.at(-1)!.to).toBe(galley.strips.length);
      pages.forEach((page, index) => {
        const { from, to, columns = [] } = page;
        expect(from).toBe(index === 0 ? 0 : pages[index - 1]!.to);
        expect(heightOf(page, galley)).toBeLessThan(HEIGHT + SPARE);
        const expected = galley.columns.filter((block) => block.from < to && block.to > from);
        expect(columns.map((each) => [each.from, each.to])).toEqual(
          expected.map((block) => [Math.max(block.from, from), Math.min(block.to, to)]),
        );
        columns.forEach(({ from: first, to: behind, begins }, at) => {
          expect(begins.length).toBeLessThan(expected[at]!.count);
          expect([first, ...begins, behind]).toEqual([first, ...begins, behind].toSorted((a, b) => a - b));
        });
      });
    }
  });

  test("has columns that begin with what is to stay together only where nothing else would do", () => {
    const begins = galleys.flatMap((galley) =>
      planPages(galley).pages.flatMap(({ columns = [] }) =>
        columns.flatMap((each) => each.begins.map((strip) => galley.strips[strip]!.keep)),
      ),
    );
    expect(begins.length).toBeGreaterThan(100);
    expect(begins.filter((keep) => keep !== "free")).toEqual([]);
  });

  test("takes no more pages than one that is filled page after page", () => {
    for (const galley of galleys) {
      const { endsFrom } = pageEndsOf(galley);
      let count = 0;
      for (let from = 0; from < galley.strips.length; count += 1) {
        const ends = endsFrom(from, []);
        from = (
          ends.filter(({ to }) => (galley.strips[to]?.keep ?? "free") === "free").at(-1) ?? ends.at(-1)!
        ).to;
      }
      expect(planPages(galley).pages.length).toBeLessThanOrEqual(count + 1);
    }
  });
});

import { describe, expect, test } from "vitest";
import {
  costOfLastPage,
  costOfShortness,
  costOfSpread,
  costOfStretch,
  WEIGHTS,
} from "../../../../../src/formats/pdf/plan/cost.js";
import type { Galley, PlannedPage, Strip } from "../../../../../src/formats/pdf/plan/galley.js";
import { type PageEnd, pageEndsOf } from "../../../../../src/formats/pdf/plan/page-ends.js";
import { planPages } from "../../../../../src/formats/pdf/plan/plan-pages.js";
import { randomNumbers } from "../../../../support/random-numbers.js";

const LINE = 10;
const HEIGHT = 20 * LINE;

type Part = Partial<Strip> & { readonly height?: number; readonly white?: number };

/** A galley of strips below one another; without more they are lines. */
function galleyOf(parts: readonly Part[], more: Partial<Galley> = {}): Galley {
  let end = 0;
  const strips = parts.map(({ height = LINE, white = 0, ...part }, index): Strip => {
    const strip = { end, start: index === 0 ? 0 : end + white, keep: "free" as const, ...part };
    end = strip.start + height;
    return strip;
  });
  return {
    height: HEIGHT,
    leading: LINE,
    side: "recto",
    strips,
    end,
    notes: [],
    noteOverhead: 0,
    columns: [],
    floats: [],
    loose: [],
    ...more,
  };
}

const lines = (count: number, part: Part = {}): Part[] => Array.from({ length: count }, () => part);

const lengths = (galley: Galley) => planPages(galley).pages.map(({ from, to }) => to - from);

describe("pages", () => {
  test("are filled, and the last one ends where the text does", () => {
    expect(lengths(galleyOf(lines(50)))).toEqual([20, 20, 10]);
    expect(lengths(galleyOf([]))).toEqual([0]);
    expect(lengths(galleyOf(lines(1)))).toEqual([1]);
  });

  test("end early rather than between what is to stay together", () => {
    const parts = lines(30);
    parts[20] = { keep: "apart" };
    parts[19] = { keep: "lines" };
    expect(lengths(galleyOf(parts))).toEqual([18, 12]);
  });

  test("end where the author wants it, on the side that is asked for", () => {
    const parts = lines(30);
    parts[5] = { forced: "page" };
    parts[12] = { forced: "recto" };
    const { pages } = planPages(galleyOf(parts));
    expect(pages.map(({ from, to }) => [from, to])).toEqual([
      [0, 5],
      [5, 12],
      [12, 30],
    ]);
    const other = planPages(galleyOf(parts, { side: "verso" })).pages;
    expect(other.map(({ isBlank = false }) => isBlank)).toEqual([false, false, true, false]);
    expect(other.at(-1)).toMatchObject({ from: 12, to: 30 });
  });

  test("have room for a head of a table that is repeated", () => {
    const parts = lines(30);
    for (const at of parts.keys()) if (at > 1) parts[at] = { head: 3 * LINE };
    expect(lengths(galleyOf(parts))).toEqual([20, 10]);
    expect(lengths(galleyOf([...parts, ...lines(10, { head: 3 * LINE })]))).toEqual([20, 17, 3]);
  });

  test("grow in their white before they end short", () => {
    const parts = lines(41);
    for (const at of [4, 9, 14]) parts[at] = { white: 5, stretch: 2 };
    const [first] = planPages(galleyOf(parts)).pages;
    expect(first).toMatchObject({ from: 0, to: 18 });
    // Half a pixel is left for what browsers round.
    expect(first!.stretched).toBeCloseTo(4.5 / 6);
    expect(first!.short).toBeCloseTo(0.5);
  });

  test("that face each other end together", () => {
    const parts = lines(60);
    // The left page can only be one line short; the right one could be full.
    parts[20] = { keep: "apart" };
    const { pages } = planPages(galleyOf(parts, { side: "verso" }));
    expect(pages.slice(0, 2).map(({ from, to }) => to - from)).toEqual([19, 19]);
  });

  test.each(["recto", "verso"] as const)(
    "are two lines short at most while a paragraph goes on, however little of it is left before a figure: on a %s",
    (side) => {
      const paragraph = [{}, ...lines(26, { goesOn: 1 })];
      const parts = [...paragraph, { height: 15 * LINE }, ...lines(10)];
      expect(lengths(galleyOf(parts, { side }))[0]).toBeGreaterThanOrEqual(18);
    },
  );

  test("have a paragraph with a line more rather than ending a line short", () => {
    const parts = lines(55);
    parts[20] = { keep: "apart" };
    const [left, right] = planPages(
      galleyOf(parts, { side: "verso", loose: [{ from: 2, to: 9, more: 0 }] }),
    ).pages;
    expect(left).toMatchObject({ from: 0, to: 19, short: 0, loosened: [{ paragraph: 0, by: 1 }] });
    expect(right).toMatchObject({ from: 19, to: 39, short: 0 });
  });

  test("have no page more for two lines that fit with fewer lines in paragraphs", () => {
    const loose = [
      { from: 2, to: 8, fewer: 0 },
      { from: 18, to: 26, fewer: 0 },
    ];
    const { pages } = planPages(galleyOf(lines(42), { loose }));
    expect(pages.map(({ from, to }) => [from, to])).toEqual([
      [0, 21],
      [21, 42],
    ]);
    expect(pages.map(({ loosened }) => loosened)).toEqual([
      [{ paragraph: 0, by: -1 }],
      [{ paragraph: 1, by: -1 }],
    ]);
  });

  test("leave lines as they are that cost more than what is won", () => {
    const { pages } = planPages(galleyOf(lines(41), { loose: [{ from: 2, to: 9, more: 1e9, fewer: 1e9 }] }));
    expect(pages.flatMap(({ loosened = [] }) => loosened)).toEqual([]);
  });

  test.each([
    ["recto", 20],
    ["verso", 20],
  ] as const)("that end in a hyphen cost more, most on a %s", (side, count) => {
    const parts = lines(30);
    parts[count] = { isDivided: true };
    const costWith = (all: Part[]) => planPages(galleyOf(all, { side })).cost;
    expect(costWith(parts) - costWith(lines(30))).toBe(side === "recto" ? 1 : WEIGHTS.hyphen.verso);
  });

  test("hold what is too tall for them, each by itself", () => {
    const parts: Part[] = [...lines(3), { height: 3 * HEIGHT }, ...lines(3)];
    const { pages } = planPages(galleyOf(parts));
    expect(pages.map(({ from, to }) => [from, to])).toEqual([
      [0, 3],
      [3, 4],
      [4, 7],
    ]);
  });
});

describe("notes", () => {
  const note = (strip: number, count: number) => ({
    strip,
    lines: Array.from({ length: count }, (_, index) => (index + 1) * LINE),
  });

  test("stand on the page that calls them", () => {
    const { pages } = planPages(
      galleyOf(lines(30), { notes: [note(2, 4), note(25, 2)], noteOverhead: LINE }),
    );
    expect(pages.map(({ from, to, notes }) => [to - from, notes])).toEqual([
      [15, [{ note: 0, from: 0, to: 4 }]],
      [15, [{ note: 1, from: 0, to: 2 }]],
    ]);
  });

  test("go on on the next page when there is no room for all of them, never with a line alone", () => {
    const { pages } = planPages(galleyOf(lines(25), { notes: [note(1, 40)], noteOverhead: LINE }));
    const parts = pages.flatMap(({ notes }) => notes);
    expect(parts[0]!.from).toBe(0);
    expect(parts.at(-1)!.to).toBe(40);
    parts.forEach(({ from, to }, index) => {
      expect(to - from).toBeGreaterThan(1);
      if (index > 0) expect(from).toBe(parts[index - 1]!.to);
    });
  });

  test("have a page of their own when the text has ended", () => {
    const { pages } = planPages(galleyOf(lines(3), { notes: [note(2, 50)] }));
    expect(pages.flatMap(({ notes }) => notes).map(({ from, to }) => to - from)).toEqual([17, 20, 13]);
  });
});

/** Fills one page after another, as far as it goes. */
function greedy(galley: Galley): PageEnd[] {
  const { endsFrom } = pageEndsOf(galley);
  const pages: PageEnd[] = [];
  for (let from = 0; from < galley.strips.length; ) {
    const ends = endsFrom(from, []);
    const good = ends.filter(({ to, isForced }) => isForced || galley.strips[to]!.keep === "free");
    const end = good.at(-1) ?? ends.at(-1)!;
    pages.push(end);
    from = end.to;
  }
  return pages;
}

function costOf(
  pages: readonly (Pick<PageEnd, "to" | "short"> & { stretched?: number })[],
  galley: Galley,
): number {
  let left: number | undefined;
  return pages.reduce((sum, { to, short, stretched = 0 }, index) => {
    const missing = short / LINE;
    const next = galley.strips[to];
    if (next === undefined) return sum + WEIGHTS.page + costOfLastPage((HEIGHT - short) / LINE);
    const isLeft = index % 2 === 1;
    const spread = left === undefined ? 0 : costOfSpread(left, missing);
    left = isLeft ? Math.round(missing * 2) / 2 : undefined;
    return (
      sum +
      WEIGHTS.page +
      costOfShortness(missing, next.goesOn) +
      costOfStretch(stretched) +
      WEIGHTS.keep[next.keep] +
      spread
    );
  }, 0);
}

describe("any galley", () => {
  const random = randomNumbers(7);
  const chance = (share: number) => random() < share;
  const galleys = Array.from({ length: 60 }, (): Galley => {
    const count = 20 + Math.floor(random() * 200);
    const parts = Array.from({ length: count }, (): Part => {
      const white = chance(0.2) ? Math.round(random() * 2) * 5 : 0;
      return {
        height: chance(0.05) ? LINE * (1 + Math.floor(random() * 12)) : LINE,
        white,
        ...(white > 0 && chance(0.5) && { stretch: white / 2 }),
        ...(chance(0.5) && { goesOn: chance(0.8) ? 1 : 2 }),
        keep: chance(0.8) ? "free" : chance(0.5) ? "lines" : "apart",
      };
    });
    return galleyOf(parts);
  });

  test("has each strip on one page, in order, and no page that is too full", () => {
    for (const galley of galleys) {
      const { pages } = planPages(galley);
      pages.forEach((page, index) => {
        expect(page.from).toBe(index === 0 ? 0 : pages[index - 1]!.to);
        expect(heightOf(page, galley)).toBeLessThan(HEIGHT + 0.1);
      });
      expect(pages.at(-1)!.to).toBe(galley.strips.length);
    }
  });

  test("has pages that never cost more than those that are filled one after another", () => {
    for (const galley of galleys) {
      const plan = planPages(galley);
      expect(plan.cost).toBeCloseTo(costOf(plan.pages, galley), 6);
      expect(plan.cost).toBeLessThanOrEqual(costOf(greedy(galley), galley) + 1e-6);
    }
  });

  test("has pages that cost no more with paragraphs that can have other lines, and none of those twice", () => {
    for (const galley of galleys) {
      const count = Math.floor(galley.strips.length / 8);
      const loose = Array.from({ length: count }, (_, index) => ({
        from: index * 8,
        to: index * 8 + 4 + Math.floor(random() * 4),
        ...(chance(0.6) && { more: random() * 40_000 }),
        ...(chance(0.6) && { fewer: random() * 40_000 }),
      }));
      const plan = planPages({ ...galley, loose });
      expect(plan.cost).toBeLessThanOrEqual(planPages(galley).cost + 1e-6);
      const all = plan.pages.flatMap(({ loosened = [] }) => loosened.map(({ paragraph }) => paragraph));
      expect(new Set(all).size).toBe(all.length);
      for (const page of plan.pages) {
        const more = (page.loosened ?? []).reduce((sum, { paragraph, by }) => {
          const { from } = loose[paragraph]!;
          return sum + by * (galley.strips[from + 2]!.start - galley.strips[from + 1]!.start);
        }, 0);
        expect(heightOf(page, galley) + more).toBeLessThan(HEIGHT + 0.1);
      }
    }
  });

  function heightOf({ from, to, stretched = 0 }: PlannedPage, { strips, end }: Galley): number {
    const grown = strips.slice(from + 1, to).reduce((sum, { stretch = 0 }) => sum + stretch, 0) * stretched;
    return (strips[to]?.end ?? end) - strips[from]!.start + grown;
  }
});

import { describe, expect, test } from "vitest";
import type { Galley, Strip } from "../../../../../src/formats/pdf/plan/galley.js";
import { planPages } from "../../../../../src/formats/pdf/plan/plan-pages.js";
import { randomNumbers } from "../../../../support/random-numbers.js";

const LINE = 10;
const HEIGHT = 20 * LINE;

/** @param floats the strip and the height in lines of each. */
function galleyOf(
  count: number,
  floats: readonly (readonly [number, number])[],
  changes: Readonly<Record<number, Partial<Strip>>> = {},
): Galley {
  const strips = Array.from({ length: count }, (_, index): Strip => {
    const at = index * LINE;
    return { end: at, start: at, keep: "free", ...changes[index] };
  });
  return {
    height: HEIGHT,
    leading: LINE,
    side: "recto",
    strips,
    end: count * LINE,
    notes: [],
    noteOverhead: 0,
    columns: [],
    loose: [],
    floats: floats.map(([strip, lines]) => ({ strip, height: lines * LINE })),
  };
}

const pagesOf = (galley: Galley) =>
  planPages(galley).pages.map(({ from, to, floats }) => [to - from, floats?.head ?? [], floats?.foot ?? []]);

describe("figures that float", () => {
  test("stand at the foot of the page that has their place", () => {
    expect(pagesOf(galleyOf(30, [[5, 8]]))).toEqual([
      [12, [], [0]],
      [18, [], []],
    ]);
  });

  test("stand at the head of the next page where there is no room, and leave no hole", () => {
    expect(pagesOf(galleyOf(40, [[16, 8]]))).toEqual([
      [20, [], []],
      [12, [0], []],
      [8, [], []],
    ]);
  });

  test("stay in order, those that waited above those that did not", () => {
    const pages = pagesOf(
      galleyOf(60, [
        [16, 6],
        [22, 5],
      ]),
    );
    expect(pages.slice(0, 2)).toEqual([
      [20, [], []],
      [9, [0], [1]],
    ]);
  });

  test("do not go over to the next section", () => {
    const pages = pagesOf(galleyOf(40, [[18, 18]], { 20: { forced: "recto" } }));
    expect(pages).toEqual([
      [20, [], []],
      [0, [0], []],
      [20, [], []],
    ]);
    const last = pagesOf(
      galleyOf(20, [
        [18, 12],
        [19, 12],
      ]),
    );
    expect(last.flatMap(([, head, foot]) => [...(head as number[]), ...(foot as number[])])).toEqual([0, 1]);
  });

  test("come before an empty page that turns to the other side", () => {
    const { pages } = planPages(galleyOf(60, [[39, 18]], { 40: { forced: "recto" } }));
    expect(pages.map(({ floats, isBlank = false }) => [floats !== undefined, isBlank])).toEqual([
      [false, false],
      [false, false],
      [true, false],
      [false, true],
      [false, false],
    ]);
  });

  test("are not put above rows of a table, nor above columns that go on", () => {
    const rows = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [at, { isBound: true as const }]));
    for (const [, head] of pagesOf(galleyOf(40, [[16, 8]], rows))) expect(head).toEqual([]);
    const columns = { ...galleyOf(80, [[30, 8]]), columns: [{ from: 2, to: 80, count: 2 }] };
    for (const [, head] of pagesOf(columns)) expect(head).toEqual([]);
  });
});

describe("any galley with figures", () => {
  const random = randomNumbers(23);
  const galleys = Array.from({ length: 60 }, (): Galley => {
    const count = 30 + Math.floor(random() * 150);
    const all = Array.from({ length: 1 + Math.floor(random() * 12) }, (): [number, number] => [
      Math.floor(random() * count),
      2 + Math.floor(random() * 18),
    ]);
    const forced = Math.floor(random() * count);
    return galleyOf(
      count,
      all.toSorted(([one], [other]) => one - other),
      forced > 0 ? { [forced]: { forced: random() < 0.5 ? "page" : "recto" } } : {},
    );
  });

  test("has each of them on one page, in order, not before its place, nor behind its section", () => {
    for (const galley of galleys) {
      const { pages } = planPages(galley);
      const placed = pages.flatMap(({ floats }, page) =>
        [...(floats?.head ?? []), ...(floats?.foot ?? [])].map((float) => ({ float, page })),
      );
      expect(placed.map(({ float }) => float)).toEqual(galley.floats.map((_, index) => index));
      for (const { float, page } of placed) {
        const { strip } = galley.floats[float]!;
        expect(page).toBeGreaterThanOrEqual(pages.findIndex(({ from, to }) => from <= strip && strip < to));
        const end = galley.strips.findIndex((each, index) => index > strip && each.forced !== undefined);
        if (end > 0) expect(pages[page]!.from).toBeLessThanOrEqual(end);
        if (pages[page]!.from === end) expect(pages[page]!.to).toBe(end);
      }
    }
  });

  test("has each line on one page, in order, and no page that is too full", () => {
    for (const galley of galleys) {
      const { pages, isWhole } = planPages(galley);
      expect(isWhole).toBe(true);
      expect(pages.at(-1)!.to).toBe(galley.strips.length);
      pages.forEach(({ from, to, floats, isBlank }, index) => {
        expect(from).toBe(index === 0 ? 0 : pages[index - 1]!.to);
        const all = [...(floats?.head ?? []), ...(floats?.foot ?? [])];
        const tall = all.reduce((sum, float) => sum + galley.floats[float]!.height, 0);
        expect((to - from) * LINE + tall).toBeLessThan(HEIGHT + 0.1);
        if (!isBlank) expect((to - from) * LINE + tall).toBeGreaterThan(0);
      });
    }
  });

  test("has them near: few wait for more than two pages", () => {
    const waits = galleys.flatMap((galley) => {
      const { pages } = planPages(galley);
      return pages.flatMap(({ floats }, page) =>
        [...(floats?.head ?? []), ...(floats?.foot ?? [])].map(
          (float) =>
            page -
            pages.findIndex(
              ({ from, to }) => from <= galley.floats[float]!.strip && galley.floats[float]!.strip < to,
            ),
        ),
      );
    });
    expect(waits.filter((pages) => pages > 2).length / waits.length).toBeLessThan(0.1);
  });

  test("costs no more than with each figure on a page behind its place, alone", () => {
    for (const galley of galleys) {
      const without = planPages({ ...galley, floats: [] });
      // A page, the loss of all the lines around it, and what it costs to wait.
      const most = galley.floats.length * (2 * 400 + 200);
      expect(planPages(galley).cost).toBeLessThan(without.cost + most);
    }
  });
});

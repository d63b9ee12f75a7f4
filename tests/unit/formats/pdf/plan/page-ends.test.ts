import { describe, expect, test } from "vitest";
import {
  costOfLastPage,
  costOfShortness,
  costOfSpread,
  costOfStretch,
  WEIGHTS,
} from "../../../../../src/formats/pdf/plan/cost.js";
import type { Galley, GalleyNote, Strip } from "../../../../../src/formats/pdf/plan/galley.js";
import { pageEndsOf } from "../../../../../src/formats/pdf/plan/page-ends.js";

const LINE = 10;

/** Lines of text on pages of ten lines. */
function galleyOf(
  count: number,
  changes: Readonly<Record<number, Partial<Strip>>> = {},
  ...notes: GalleyNote[]
) {
  const strips = Array.from({ length: count }, (_, index): Strip => {
    const at = index * LINE;
    return { end: at, start: at, keep: "free", ...changes[index] };
  });
  const galley: Galley = {
    height: 10 * LINE,
    leading: LINE,
    side: "recto",
    strips,
    end: count * LINE,
    notes,
    noteOverhead: LINE,
    columns: [],
    floats: [],
    loose: [],
  };
  return pageEndsOf(galley);
}

const note = (strip: number, count: number): GalleyNote => ({
  strip,
  lines: Array.from({ length: count }, (_, index) => (index + 1) * LINE),
});

describe("ends of a page", () => {
  test("are after each strip that fits, with what is left over", () => {
    const ends = galleyOf(30).endsFrom(5, []);
    expect(ends.map(({ to }) => to)).toEqual([6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
    expect(ends.map(({ short }) => short)).toEqual([90, 80, 70, 60, 50, 40, 30, 20, 10, 0]);
  });

  test("are not behind a forced one", () => {
    const ends = galleyOf(30, { 3: { forced: "page" } }).endsFrom(0, []);
    expect(ends.map(({ to, isForced }) => [to, isForced])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
  });

  test("keep away from where a page may be too full, and look on behind it", () => {
    const ends = galleyOf(30, { 10: { slack: 1 } }).endsFrom(0, []);
    expect(ends.at(-1)!.to).toBe(9);
    const evenly = galleyOf(30, { 10: { slack: 1 }, 11: { end: 100 } }).endsFrom(0, []);
    expect(evenly.at(-1)!.to).toBe(11);
  });

  test("are none when the first strip does not fit", () => {
    expect(galleyOf(2, { 1: { end: 101, start: 101 } }).endsFrom(0, [])).toEqual([]);
  });

  test("leave half a pixel of what white may grow, and none of the last page", () => {
    const [first] = galleyOf(30, { 1: { stretch: 40 }, 2: { forced: "page" } })
      .endsFrom(0, [])
      .slice(-1);
    expect(first).toMatchObject({ isForced: true, stretched: 0, short: 80 });
    const end = galleyOf(30, { 1: { stretch: 40 } })
      .endsFrom(0, [])
      .find(({ to }) => to === 8);
    expect(end!.stretched).toBeCloseTo(19.5 / 40);
    expect(end!.short).toBeCloseTo(0.5);
    const full = galleyOf(30, { 1: { stretch: 40 } })
      .endsFrom(0, [])
      .find(({ to }) => to === 10);
    expect(full).toMatchObject({ stretched: 0, short: 0 });
  });

  test("have their notes, or as many lines of the last one as there is room for", () => {
    const ends = galleyOf(30, {}, note(0, 2), note(1, 6)).endsFrom(0, []);
    const at = (to: number) => ends.find((end) => end.to === to);
    expect(at(1)).toMatchObject({ notes: [{ note: 0, from: 0, to: 2 }], rest: [] });
    expect(at(2)).toMatchObject({
      notes: [
        { note: 0, from: 0, to: 2 },
        { note: 1, from: 0, to: 4 },
      ],
      rest: [{ note: 1, from: 4, to: 6 }],
    });
    // Two lines at least are on each side; where there is no room for two, the page cannot end.
    expect(at(5)).toMatchObject({ rest: [{ note: 1, from: 2, to: 6 }] });
    expect(at(6)).toBeUndefined();
  });

  test("may be before the first strip, when notes of the page before go on", () => {
    const ends = galleyOf(30, {}, note(0, 30));
    const carried = [{ note: 0, from: 4, to: 30 }];
    expect(ends.notesAlone(5, carried)).toMatchObject({
      to: 5,
      notes: [{ from: 4, to: 13 }],
      rest: [{ from: 13, to: 30 }],
    });
    expect(ends.endsFrom(5, carried)[0]!.to).toBe(5);
    expect(ends.notesAlone(5, [])).toBeUndefined();
    expect(ends.notesIn(0, 3)).toEqual([{ note: 0, from: 0, to: 30 }]);
  });
});

describe("costs", () => {
  test("grow faster than what is missing", () => {
    expect(costOfShortness(0)).toBe(0);
    expect(costOfShortness(4)).toBeGreaterThan(2 * costOfShortness(2));
    expect(costOfStretch(1)).toBeGreaterThan(2 * costOfStretch(0.5));
  });

  test("are the same for a spread whichever of its pages is short", () => {
    expect(costOfSpread(3, 1)).toBe(costOfSpread(1, 3));
    expect(costOfSpread(2, 2)).toBe(0);
  });

  test("of the last page are those of a few lines alone", () => {
    expect(costOfLastPage(WEIGHTS.fewLines)).toBe(0);
    expect(costOfLastPage(WEIGHTS.fewLines - 0.5)).toBe(WEIGHTS.few);
  });

  test("of what must not be are beyond any white", () => {
    const { keep, overflow } = WEIGHTS;
    for (const weight of [keep.apart, keep.beside, keep.lines]) {
      expect(weight).toBeGreaterThan(costOfShortness(60));
      expect(weight).toBeLessThan(overflow / 10);
    }
  });

  test("have as many notes beside the text as a page is high, and the others at its foot", () => {
    const beside = (strip: number, height: number): GalleyNote => ({ ...note(strip, 2), beside: height });
    const notes = [beside(0, 60), note(1, 2), beside(1, 30), beside(2, 20), beside(3, 10)];
    const ends = galleyOf(30, {}, ...notes).endsFrom(0, []);
    const told = ends.map(({ to, notes, beside }) => [to, beside?.notes, notes.map((part) => part.note)]);
    expect(told.slice(0, 4)).toEqual([
      [1, [0], []],
      [2, [0, 2], [1]],
      [3, [0, 2], [1, 3]],
      [4, [0, 2, 4], [1, 3]],
    ]);
    // The foot has its rule and four lines of notes.
    expect(ends.at(-1)!.to).toBe(5);
  });
});

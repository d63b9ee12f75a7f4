import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  costOfLastLine,
  costOfLine,
  fitnessOf,
  hyphensUpTo,
  NO_LINES,
} from "../../../../../../src/formats/pdf/plan/lines/line-cost.js";
import { lineFits } from "../../../../../../src/formats/pdf/plan/lines/line-fits.js";
import type {
  LineWishes,
  MeasuredParagraph,
} from "../../../../../../src/formats/pdf/plan/lines/paragraph.js";
import { setParagraph } from "../../../../../../src/formats/pdf/plan/lines/set-paragraph.js";
import { totalFit } from "../../../../../../src/formats/pdf/plan/lines/total-fit.js";
import { randomNumbers } from "../../../../../support/random-numbers.js";

const WISHES: LineWishes = { looseness: 0, hyphensInARow: 2, trackOut: 0, trackIn: 0, hang: 0 };
const SPACE = 2.5;
const HYPHEN = 3;
const EM = 10;

/** A word of so many letters, with soft hyphens behind some of them. */
type Word = readonly number[];

function paragraphOf(
  words: readonly Word[],
  room: number,
  changes: Partial<MeasuredParagraph> = {},
): MeasuredParagraph {
  const parts = words.flatMap((word) =>
    word.map((letters, part) => ({ letters, joint: part === word.length - 1 ? " " : "-" })),
  );
  return {
    rooms: [room - EM, room],
    em: EM,
    widths: parts.map(({ letters }) => letters * 4.5),
    letters: parts.map(({ letters }) => letters),
    joints: parts.map(({ joint }, index) => (index === parts.length - 1 ? "." : joint)).join(""),
    gaps: parts.map(({ joint }) => (joint === " " ? SPACE : HYPHEN)),
    wishes: WISHES,
    ...changes,
  };
}

const word = fc.array(fc.integer({ min: 2, max: 5 }), { minLength: 1, maxLength: 4 });
const prose = fc.array(word, { minLength: 20, maxLength: 160 });
const random = randomNumbers(7);
const PROSE: readonly Word[] = Array.from({ length: 300 }, () =>
  Array.from({ length: 1 + Math.floor(random() * 3) }, () => 2 + Math.floor(random() * 3)),
);

/** Each line as long as it can be: the lines of a browser. Nothing when one of them is too loose for the way. */
function greedyCost(paragraph: MeasuredParagraph, loosest: number): number | undefined {
  const fits = lineFits(paragraph);
  const { joints, widths, em, wishes } = paragraph;
  let [from, cost, lines] = [0, 0, 0];
  let before = NO_LINES;
  while (from < widths.length) {
    let end = -1;
    for (let at = from; at < widths.length; at += 1) {
      const fit = fits.fit(from, at, lines, 0);
      if (fit.slack >= 0 && !(joints[at] === "-" && before.hyphens >= wishes.hyphensInARow)) end = at;
    }
    if (end < 0) return undefined;
    const fit = fits.fit(from, end, lines, 0);
    const isLast = end === widths.length - 1;
    const joint = joints[end]!;
    if (!isLast && fit.ratio > loosest) return undefined;
    cost += isLast
      ? costOfLastLine(fit, em, from > 0 && joints[from - 1] === "-", before)
      : costOfLine(fit, joint, before);
    before = { fitness: fitnessOf(fit.ratio), hyphens: hyphensUpTo(joint, before, wishes) };
    lines += 1;
    from = end + 1;
  }
  return cost;
}

describe("the lines of a paragraph", () => {
  test("never cost more than those of a browser", () => {
    const way = { hyphens: "all", loosest: 4, emergency: 0 } as const;
    let compared = 0;
    fc.assert(
      fc.property(prose, fc.integer({ min: 180, max: 400 }), (words, room) => {
        const paragraph = paragraphOf(words, room);
        const greedy = greedyCost(paragraph, way.loosest);
        if (greedy === undefined) return;
        compared += 1;
        const costs = totalFit(paragraph, lineFits(paragraph), way, () => 0).map(({ cost }) => cost);
        expect(Math.min(...costs)).toBeLessThanOrEqual(greedy + 1e-6);
      }),
    );
    expect(compared).toBeGreaterThan(20);
  });

  test("have every piece once, in order, and end where lines may end", () => {
    fc.assert(
      fc.property(prose, fc.integer({ min: 120, max: 400 }), (words, room) => {
        const paragraph = paragraphOf(words, room);
        const set = setParagraph(paragraph);
        if (!set) return;
        const ends = set.lines.map(({ end }) => end);
        expect(ends).toEqual([...new Set(ends)].sort((one, other) => one - other));
        expect(ends.at(-1)).toBe(paragraph.widths.length - 1);
        for (const end of ends.slice(0, -1)) expect(" -/").toContain(paragraph.joints[end]);
      }),
    );
  });

  test("are no wider than the measure with the spaces that they get", () => {
    fc.assert(
      fc.property(prose, fc.integer({ min: 150, max: 400 }), (words, room) => {
        const paragraph = paragraphOf(words, room);
        const set = setParagraph(paragraph);
        if (!set) return;
        const fits = lineFits(paragraph);
        let from = 0;
        set.lines.forEach(({ end }, line) => {
          const { natural, spaces } = fits.fit(from, end, line, 0);
          expect(natural - spaces * set.tighter).toBeLessThanOrEqual(line === 0 ? room - EM : room);
          from = end + 1;
        });
        expect(set.tighter).toBeLessThanOrEqual(SPACE * 0.34);
      }),
    );
  });

  test("end in no more hyphens in a row than are wished for", () => {
    for (const hyphensInARow of [0, 1, 2]) {
      const paragraph = paragraphOf(PROSE, 150, { wishes: { ...WISHES, hyphensInARow } });
      const { lines } = setParagraph(paragraph)!;
      const hyphens = lines.map(({ end }) => (paragraph.joints[end] === "-" ? "-" : " ")).join("");
      expect(hyphens).not.toContain("-".repeat(hyphensInARow + 1));
    }
  });

  test("are one more or one fewer when the author asks for it", () => {
    const gained = Array.from({ length: 12 }, (_, index) => {
      const words = PROSE.slice(0, 100 + 10 * index);
      const count = (looseness: number) =>
        setParagraph(paragraphOf(words, 300, { wishes: { ...WISHES, looseness, trackIn: 0.015 } }))!.lines
          .length;
      return [count(1) - count(0), count(-1) - count(0)] as const;
    });
    expect(gained.every(([more]) => more === 1)).toBe(true);
    // Spaces shrink less than they stretch: where the last line is long, no line can be saved.
    expect(gained.every(([, less]) => less === -1 || less === 0)).toBe(true);
    expect(gained.some(([, less]) => less === -1)).toBe(true);
  });

  test("are told what one more costs, and one fewer, where that looks well", () => {
    const told = Array.from({ length: 20 }, (_, index) => {
      const words = PROSE.slice(7 * index, 100 + 9 * index);
      const paragraph = paragraphOf(words, 300, { wishes: { ...WISHES, trackIn: 0.015, trackOut: 0.02 } });
      const { lines, more, fewer } = setParagraph(paragraph)!;
      for (const [by, cost] of [
        [1, more],
        [-1, fewer],
      ] as const) {
        if (cost === undefined) continue;
        expect(cost).toBeGreaterThanOrEqual(0);
        const other = setParagraph({ ...paragraph, wishes: { ...paragraph.wishes, looseness: by } })!;
        expect(other.lines.length).toBe(lines.length + by);
      }
      return [more, fewer];
    });
    expect(told.flat().filter((cost) => cost !== undefined).length).toBeGreaterThan(8);
  });

  test("are left to the browser where none look well", () => {
    expect(setParagraph(paragraphOf([[3], [90], [3], [3]], 200))).toBeUndefined();
    expect(setParagraph(paragraphOf(PROSE, 20))).toBeUndefined();
    expect(setParagraph(paragraphOf([[3], [3]], 200))).toBeUndefined();
    expect(setParagraph(paragraphOf([], 200))).toBeUndefined();
  });

  test("are found for what is long, or has no width at all", () => {
    const long = Array.from({ length: 50_000 }, (_, index) => PROSE[index % PROSE.length]!.slice(0, 1));
    expect(setParagraph(paragraphOf(long, 300))!.lines.length).toBeGreaterThan(1000);
    const nothing = paragraphOf(long, 300);
    const none = { ...nothing, widths: nothing.widths.map(() => 0), gaps: nothing.gaps.map(() => 0) };
    expect(setParagraph(none)).toBeUndefined();
  });
});

import { describe, expect, it } from "vitest";
import { folioOf, pageLabels, placeRuns, sideAt } from "../../../../../src/formats/pdf/paginate/folios.js";
import type { Run } from "../../../../../src/model/run.js";

const run = (id: string, sequence: "front" | "main", startsOn: Run["startsOn"]): Run => ({
  id,
  sections: [id],
  title: id,
  startsOn,
  numbering: { sequence, style: sequence === "front" ? "lower-roman" : "decimal" },
  files: [],
  lines: 0,
});

const MAIN = { sequence: "main", style: "decimal" } as const;

const runs = [
  run("title", "front", "recto"),
  run("contents", "front", "any"),
  run("one", "main", "any"),
  run("two", "main", "recto"),
  run("three", "main", "any"),
];

describe("the pages of a book", () => {
  it("begin with a right page", () => {
    expect(sideAt(0)).toBe("recto");
    expect(sideAt(1)).toBe("verso");
  });

  it("have an empty page where a run that begins on a recto would fall on a verso", () => {
    const placed = placeRuns(runs, [2, 1, 3, 2, 1]);
    expect(placed.map(({ start }) => start)).toEqual([0, 2, 4, 8, 10]);
    expect(placed.map(({ blankBefore }) => blankBefore)).toEqual([false, false, true, true, false]);
  });

  it("are counted in roman numbers in the front matter and from 1 in the body, empty pages included", () => {
    const placed = placeRuns(runs, [2, 1, 3, 2, 1]);
    expect(folioOf(placed[1]!, 0)).toBe("iii");
    expect(folioOf(placed[2]!, 0)).toBe("1");
    expect(folioOf(placed[3]!, 1)).toBe("6");
  });

  it("are counted in the digits of the book's language", () => {
    const persian = { ...run("one", "main", "any"), numbering: { ...MAIN, digits: "persian" } };
    const [, placed] = placeRuns([run("title", "front", "recto"), persian], [2, 30]);
    expect(folioOf(placed!, 26)).toBe("۲۷");
  });

  it("put odd folios of the body on right pages, however long the front matter is", () => {
    for (const front of [1, 2, 3, 4]) {
      const placed = placeRuns(runs, [2, front, 3, 2, 1]);
      for (const each of placed.slice(2)) {
        expect(sideAt(each.start)).toBe(Number(folioOf(each, 0)) % 2 === 1 ? "recto" : "verso");
      }
    }
  });

  it("are labelled by their names where they are locked, and counted on behind them", () => {
    const locked = { ...run("one", "main", "any"), numbering: { ...MAIN, names: ["1", "1A", "2-3"] } };
    const placed = placeRuns(
      [run("title", "front", "recto"), locked, run("list", "main", "next")],
      [2, 3, 1],
    );
    expect(pageLabels(placed)).toEqual([
      { start: 0, style: "roman", first: 1 },
      ...["1", "1A", "2-3"].map((prefix, page) => ({ start: 2 + page, style: "none", prefix, first: 1 })),
      { start: 5, style: "decimal", first: 4 },
    ]);
  });

  it("are labelled as their folios are printed", () => {
    expect(pageLabels(placeRuns(runs, [2, 1, 3, 2, 1]))).toEqual([
      { start: 0, style: "roman", first: 1 },
      { start: 4, style: "decimal", first: 1 },
    ]);
  });
});

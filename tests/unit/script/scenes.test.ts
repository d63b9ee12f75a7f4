/** Scenes of a script: how long they are, where they begin, who speaks in them. */
import { describe, expect, test } from "vitest";
import { parseFile } from "../../../src/read/fountain/parse.js";
import { eighthsOf, writtenEighths } from "../../../src/script/eighths.js";
import { planPages } from "../../../src/script/plan-pages.js";
import { lengthOf, pagesOfScenes, scenesOf } from "../../../src/script/scenes.js";
import { unitsOf } from "../../../src/script/units.js";

function unitsIn(text: string) {
  return unitsOf(parseFile({ file: "play.fountain", text }).tree.children);
}

const scenesIn = (text: string) => scenesOf(unitsIn(text));

const filler = (lines: number) => Array.from({ length: lines }, (_, index) => `!${index + 1}.`).join("\n");

describe("a scene", () => {
  test("is measured with its heading and the lines between, wherever pages end", () => {
    // A heading, an empty line and 20 lines; the second heading has two empty lines above it.
    const text = `INT. MILL - DAY\n\n${filler(20)}\n\nEXT. WEIR - NIGHT\n\n${filler(90)}\n`;
    expect(scenesIn(text).map(({ lines }) => lines)).toEqual([22, 94]);
  });

  test("begins on the page that has its heading", () => {
    const units = unitsIn(`INT. MILL - DAY\n\n${filler(20)}\n\nEXT. WEIR - NIGHT\n\n${filler(9)}\n`);
    const words = { more: "", continued: "", sceneGoesOn: "", sceneContinued: "" };
    const pagesFor = (lines: number) =>
      pagesOfScenes(planPages(units, { lines, words, scenes: "unmarked" })).values();
    expect([...pagesFor(55)]).toEqual([0, 0]);
    expect([...pagesFor(23)]).toEqual([0, 1]);
  });

  test("has who speaks in it, also at once, and by no other name off the screen", () => {
    const text = "MARA\nOh.\n\nINT. MILL - DAY\n\n@Mara (O.S.)\nHere.\n\nJO ^\nThere.\n\nMARA\nNo.\n";
    expect(scenesIn(text).map(({ heading, speeches }) => [heading === undefined, [...speeches]])).toEqual([
      [true, [["MARA", 1]]],
      [
        false,
        [
          ["MARA", 2],
          ["JO", 1],
        ],
      ],
    ]);
  });

  test("is an eighth of a page long, at least", () => {
    expect([0, 1, 10, 11, 31, 55, 110].map((lines) => writtenEighths(lengthOf({ lines })))).toEqual([
      "1/8",
      "1/8",
      "1/8",
      "2/8",
      "5/8",
      "1",
      "2",
    ]);
    expect(eighthsOf("1 3/8")).toBe(11);
  });
});

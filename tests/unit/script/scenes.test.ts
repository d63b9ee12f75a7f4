/** Scenes as the planned pages have them: how long they are, where they begin, who speaks in them. */
import { describe, expect, test } from "vitest";
import { parseFile } from "../../../src/read/fountain/parse.js";
import { eighthsOf, writtenEighths } from "../../../src/script/eighths.js";
import { planPages } from "../../../src/script/plan-pages.js";
import { lengthOf, scenesOn } from "../../../src/script/scenes.js";
import { unitsOf } from "../../../src/script/units.js";

const words = { more: "(MORE)", continued: "(CONT'D)", sceneGoesOn: "GOES ON", sceneContinued: "CONTINUED" };

function scenesIn(text: string, lines = 55, scenes: "marked" | "unmarked" = "unmarked") {
  const { tree } = parseFile({ file: "play.fountain", text });
  return scenesOn(planPages(unitsOf(tree.children), { lines, words, scenes }));
}

const filler = (lines: number) => Array.from({ length: lines }, (_, index) => `!${index + 1}.`).join("\n");

describe("a scene", () => {
  test("is measured with its heading and the lines between, wherever pages end", () => {
    // A heading, an empty line and 20 lines; the second heading has two empty lines above it.
    const text = `INT. MILL - DAY\n\n${filler(20)}\n\nEXT. WEIR - NIGHT\n\n${filler(9)}\n`;
    expect(scenesIn(text).map(({ lines, page }) => [lines, page])).toEqual([
      [22, 0],
      [13, 0],
    ]);
    // Where the second begins a page, nothing stands above it.
    expect(scenesIn(text, 23).map(({ lines, page }) => [lines, page])).toEqual([
      [22, 0],
      [11, 1],
    ]);
  });

  test.each(["marked", "unmarked"] as const)("has no lines that pages say by themselves (%s)", (marks) => {
    const speech = `INT. MILL - DAY\n\nMARA\n${"It turns and turns.\n".repeat(20)}\n`;
    const whole = scenesIn(speech)[0]!;
    const divided = scenesIn(speech, 10, marks);
    expect(divided).toHaveLength(1);
    expect(divided[0]!.lines).toBe(whole.lines);
    expect([...divided[0]!.speeches]).toEqual([["MARA", 1]]);
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

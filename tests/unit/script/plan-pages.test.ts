/** Pages of scripts: what stays together, what goes over a page and how a page says so. */
import { describe, expect, test } from "vitest";
import { parseFile } from "../../../src/read/fountain/parse.js";
import type { PageItem, PageRules } from "../../../src/script/pages.js";
import { planPages } from "../../../src/script/plan-pages.js";
import { unitsOf } from "../../../src/script/units.js";

const words = {
  more: "(MORE)",
  continued: "(CONT'D)",
  sceneGoesOn: "CONTINUED:",
  sceneContinued: "(CONTINUED)",
};

/** Each page as its lines, with `-` for an empty one. */
function pagesOf(text: string, lines: number, scenes: PageRules["scenes"] = "unmarked"): string[][] {
  const { tree } = parseFile({ file: "play.fountain", text });
  const pages = planPages(unitsOf(tree.children), { lines, words, scenes });
  return pages.map(({ items }) => items.flatMap(linesOf));
}

function linesOf(item: PageItem): string[] {
  const above = Array.from({ length: item.above }, () => "-");
  if (item.kind === "dual") {
    const [left, right] = item.columns.map((column) =>
      column.flatMap(({ lines }) => lines.map((line) => line.text)),
    );
    return [...above, ...left!.map((line, index) => `${line} | ${right![index] ?? ""}`)];
  }
  if (!("lines" in item)) return [...above, "text" in item ? `${item.number ?? ""}${item.text}` : "?"];
  const texts = item.lines.map((line) => line.text);
  return [
    ...above,
    ...texts.slice(0, -1),
    `${texts.at(-1)}${item.added === undefined ? "" : ` ${item.added}`}`,
  ];
}

const filler = (lines: number) => Array.from({ length: lines }, (_, index) => `!${index + 1}.`).join("\n");
const SENTENCES =
  "The wheel turns over the water. Mara leans out too far for comfort. She hears a bell from the other bank.";

describe("a page of a script", () => {
  test("is never ended by a heading, nor by one with a single line", () => {
    const text = `${filler(5)}\n\nINT. MILL - DAY\n\nMara waits.\n\nThe wheel turns and turns.`;
    expect(pagesOf(text, 9)[0]).toEqual(["1.", "2.", "3.", "4.", "5."]);
    expect(pagesOf(text, 12)[0]).toHaveLength(12);
  });

  test("divides action between sentences, with two lines on each side", () => {
    const text = `${filler(5)}\n\n${SENTENCES} ${SENTENCES}`;
    expect(pagesOf(text, 8)).toEqual([
      [
        "1.",
        "2.",
        "3.",
        "4.",
        "5.",
        "-",
        "The wheel turns over the water. Mara leans out too far for",
        "comfort. She hears a bell from the other bank.",
      ],
      [
        "The wheel turns over the water. Mara leans out too far for",
        "comfort. She hears a bell from the other bank.",
      ],
    ]);
    // Two lines have no place to be divided.
    expect(pagesOf(`${filler(7)}\n\n${SENTENCES}`, 9)[0]).toHaveLength(7);
  });

  test("says that a speech goes on, and who speaks on the next", () => {
    const text = `${filler(4)}\n\nMARA (V.O.)\n(low)\n${SENTENCES}`;
    expect(pagesOf(text, 10)).toEqual([
      [
        "1.",
        "2.",
        "3.",
        "4.",
        "-",
        "MARA (V.O.)",
        "(low)",
        "The wheel turns over the water.",
        "Mara leans out too far for comfort.",
        "(MORE)",
      ],
      ["MARA (V.O.) (CONT'D)", "She hears a bell from the other", "bank."],
    ]);
  });

  test("divides a speech neither behind the cue nor behind a direction", () => {
    const text = `${filler(4)}\n\nMARA\nNo.\n(low)\nIt is the other bell that I hear.\nNot ours.`;
    expect(pagesOf(text, 8)[0]).toEqual(["1.", "2.", "3.", "4."]);
  });

  test("says again who speaks after action, unless the writer does or the scene is another", () => {
    const text =
      "MARA\nYes.\n\nShe rises.\n\nMARA\nNo.\n\nShe sits.\n\nMARA (cont'd)\nYes.\n\nINT. MILL - DAY\n\nMARA\nNo.";
    const cues = pagesOf(text, 40)[0]!.filter((line) => line.startsWith("MARA"));
    expect(cues).toEqual(["MARA", "MARA (CONT'D)", "MARA (cont'd)", "MARA"]);
  });

  test("says on request that a scene goes on", () => {
    const text = `INT. MILL - DAY #7#\n\n${filler(8)}\n\nMara waits at the wheel.\n\nEXT. MILL - DAY\n\nRain.\nAnd rain.`;
    const pages = pagesOf(text, 12, "marked");
    expect(pages[0]!.slice(-2)).toEqual(["-", "(CONTINUED)"]);
    expect(pages[1]!.slice(0, 3)).toEqual(["7CONTINUED:", "-", "Mara waits at the wheel."]);
    expect(pages[1]!.at(-1)).toBe("And rain.");
  });

  test("keeps two who speak at once together, and a transition with what is before it", () => {
    expect(pagesOf(`${filler(5)}\n\nMARA\nYes.\n\nJO ^\nNo, no.`, 7)).toEqual([
      ["1.", "2.", "3.", "4.", "5."],
      ["MARA | JO", "Yes. | No, no."],
    ]);
    expect(pagesOf(`${filler(6)}\n\nMara waits.\n\nCUT TO:\n\nOver.`, 9)[1]!.slice(0, 3)).toEqual([
      "Mara waits.",
      "-",
      "CUT TO:",
    ]);
  });

  test("is begun by the writer where he says so, and never empty", () => {
    expect(pagesOf("===\n\nOne.\n\n===\n===\n\nTwo.\n\n===", 5)).toEqual([["One."], ["Two."]]);
  });

  test("holds every word of what no page holds", () => {
    const long = "word ".repeat(400).trim();
    const pages = [...pagesOf(long, 10), ...pagesOf(`MARA\n${long}`, 10)];
    expect(pages.flat().join(" ").match(/word/g)).toHaveLength(800);
    expect(Math.max(...pages.map((page) => page.length))).toBeLessThanOrEqual(10);
  });
});

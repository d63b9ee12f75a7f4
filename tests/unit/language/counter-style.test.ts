import { describe, expect, it } from "vitest";
import { counterText } from "../../../src/language/counter-style.js";

describe("numbers in counter styles", () => {
  it.each([
    ["decimal", 27, "27"],
    ["decimal-leading-zero", 7, "07"],
    ["decimal-leading-zero", 107, "107"],
    ["upper-alpha", 1, "A"],
    ["upper-alpha", 26, "Z"],
    ["lower-alpha", 27, "aa"],
    ["lower-latin", 703, "aaa"],
    ["upper-roman", 1994, "MCMXCIV"],
    ["lower-roman", 4, "iv"],
    ["lower-greek", 25, "αα"],
    ["persian", 120, "۱۲۰"],
    ["devanagari", 305, "३०५"],
    ["hebrew", 15, "טו"],
    ["hebrew", 116, "קטז"],
    ["hebrew", 921, "תתקכא"],
    ["upper-armenian", 1492, "ՌՆՂԲ"],
    ["georgian", 1204, "ჩსდ"],
    ["cjk-decimal", 10, "一〇"],
  ])("%s writes %i as %s", (style, number, text) => {
    expect(counterText(style, number)).toBe(text);
  });

  it("are decimal where a style is not known, or does not go so far", () => {
    expect(counterText("of-nobody", 12)).toBe("12");
    expect(counterText("upper-roman", 4000)).toBe("4000");
    expect(counterText("armenian", 10_000)).toBe("10000");
  });
});

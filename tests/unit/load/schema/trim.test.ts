import { describe, expect, test } from "vitest";
import { parseTrim } from "../../../../src/load/schema/trim.js";

describe("trim sizes", () => {
  test.each([
    ["a4", 595.28, 841.89],
    ["A5", 419.53, 595.28],
    ["us-trade", 432, 648],
    ["148mm 210mm", 419.53, 595.28],
    ["14.8cm  210mm", 419.53, 595.28],
    ["600px 50pc", 450, 600],
    ["400q .5in", undefined, undefined],
    ["6in", undefined, undefined],
    ["6in 9in 1in", undefined, undefined],
    ["6 9", undefined, undefined],
    ["-6in 9in", undefined, undefined],
    ["201in 9in", undefined, undefined],
    ["constructor", undefined, undefined],
  ])("%s", (text, width, height) => {
    const trim = parseTrim(text);
    if (width === undefined) expect(trim).toBeUndefined();
    else expect(trim).toEqual({ width: expect.closeTo(width, 2), height: expect.closeTo(height, 2) });
  });
});

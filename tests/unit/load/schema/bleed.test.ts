import { describe, expect, it } from "vitest";
import { parseBleed } from "../../../../src/load/schema/trim.js";

describe("a bleed", () => {
  it.each([
    ["3mm", 8.504],
    ["0.125in", 9],
    ["12Q", 8.504],
    [".5cm", 14.173],
    ["25mm", 70.866],
    ["9pt", 9],
    ["0", 0],
    ["0mm", 0],
  ])("is a length: %s", (text, points) => {
    expect(parseBleed(text)).toBeCloseTo(points, 3);
  });

  it.each(["25.1mm", "1in 1in", "-3mm", "3", "3em", "mm", "a5", ""])("is not %j", (text) => {
    expect(parseBleed(text)).toBeUndefined();
  });
});

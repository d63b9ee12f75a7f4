import { describe, expect, it } from "vitest";
import { fold, wordsOf } from "../../../src/readback/compare/fold.js";

describe("folded texts", () => {
  it.each([
    ["Straße", "STRASSE"],
    ["office ﬁnal", "offi\u00adce\nfinal"],
    ["naïve", "nai\u0308ve"],
    ["well-known", "wellknown"],
    ["well\u2011\u200bknown", "well-known"],
    ["𝑥 + 𝟏", "x+1"],
    ["שָׁלוֹם (א)", "שלום )א("],
    ["x…", "x..."],
  ])("are the same for %s and %s", (one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  it.each([
    ["a", "b"],
    ["10", "100"],
    ["—", "–"],
    ["x,y", "xy"],
  ])("are different for %s and %s", (one, other) => {
    expect(fold(one)).not.toBe(fold(other));
  });
});

it("finds the words of a text among its letters", () => {
  expect(wordsOf("  Two-part words\n– are two ")).toEqual([
    { text: "Two-part", from: 0, to: 7 },
    { text: "words", from: 7, to: 12 },
    { text: "–", from: 12, to: 13 },
    { text: "are", from: 13, to: 16 },
    { text: "two", from: 16, to: 19 },
  ]);
});

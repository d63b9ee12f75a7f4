import { describe, expect, it } from "vitest";
import { fold, wordsOf } from "../../../src/matching/fold.js";

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
    ["ὁ λόγος", "Ο ΛΟΓΟΣ"],
    ["GROẞ", "groß"],
    ["ǅep", "ǆep"],
    ["İzmir ıssız", "IZMIR ISSIZ"],
    ["１½ 한글", "1½ 한글".normalize("NFD")],
    ["❤\ufe0f", "❤"],
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

/** All that Unicode has in its first two planes but ideographs and what is private. */
function characters(): string[] {
  const wanted = /^(?=\p{Assigned})[^\p{Ideographic}\p{Co}\p{Cs}]$/u;
  const all = Array.from({ length: 0x20000 - 0x20 }, (_, index) => String.fromCodePoint(index + 0x20));
  return all.filter((character) => wanted.test(character));
}

describe("each letter is folded by itself", () => {
  const letters = characters();
  const folded = letters.map(fold).join("");

  it.each(["", "Σ", "α", "x\u0301", " "])("whatever stands around it: %j", (around) => {
    expect(fold(letters.join(around))).toBe(letters.map(fold).join(fold(around)));
  });

  it.each([
    ["capital", (letter: string) => letter.toUpperCase()],
    ["small", (letter: string) => letter.toLowerCase()],
    ["Turkish capital", (letter: string) => letter.toLocaleUpperCase("tr")],
    ["Greek capital", (letter: string) => letter.toLocaleUpperCase("el")],
    ["composed", (letter: string) => letter.normalize("NFC")],
    ["decomposed", (letter: string) => letter.normalize("NFD")],
    ["compatible", (letter: string) => letter.normalize("NFKC")],
    ["folded", fold],
  ])("and is the same as its %s form", (_, form) => {
    expect(letters.map((letter) => fold(form(letter))).join("")).toBe(folded);
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

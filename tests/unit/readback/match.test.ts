import { expect, it } from "vitest";
import { fold } from "../../../src/readback/compare/fold.js";
import { lettersOf } from "../../../src/readback/compare/letters.js";
import { findInOrder, type Sought, soughtText } from "../../../src/readback/compare/match.js";

/** What of some texts is missing where other letters are. */
function missing(texts: readonly string[], letters: string): string[] {
  const sought = texts.map((text, id): Sought => soughtText(id, text, fold(text)));
  findInOrder(lettersOf(fold(letters)), sought);
  return sought.map(({ text, gaps }) => gaps.map(({ from, to }) => text.slice(from, to)).join("|"));
}

it("finds texts that something else parts", () => {
  expect(missing(["before the picture and after"], "before the caption picture and after")).toEqual([""]);
});

it("gives letters to the longest text first", () => {
  expect(missing(["so", "person", "so"], "so x person x so")).toEqual(["", "", ""]);
  expect(missing(["x", "so", "person"], "person x")).toEqual(["", "so", ""]);
});

it("gives no letter to two texts", () => {
  expect(missing(["again", "again"], "again")).toEqual(["", "again"]);
});

it("finds words of scripts whose letters are painted in another order", () => {
  expect(missing(["شهر 12 كانون"], "كانون 12 شهر")).toEqual([""]);
  expect(missing(["हिन्दी में"], "िहनद मी ें")).toEqual([""]);
  expect(missing(["שלום עולם"], "שלום")).toEqual(["עולם"]);
  expect(missing(["listen"], "silent")).toEqual(["listen"]);
});

it("takes a letter that nobody knows for any", () => {
  expect(missing(["नमस्ते"], "\ufffdमस्ते")).toEqual([""]);
  expect(missing(["word"], "\ufffd")).toEqual(["word"]);
});

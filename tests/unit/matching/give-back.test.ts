import { expect, it } from "vitest";
import { findInPlaceOfShorter } from "../../../src/matching/give-back.js";
import { FREE, lettersOf } from "../../../src/matching/letters.js";
import { type Sought, soughtText } from "../../../src/matching/match.js";

/** Texts that have been found at some places of the letters of a page, or not at all. */
function page(printed: string, found: readonly (readonly [text: string, at: number | undefined])[]) {
  const letters = lettersOf(printed);
  const texts = found.map(([text, at], id): Sought => {
    const sought = soughtText(id, text, text);
    if (at === undefined) return sought;
    letters.owners.fill(id, at, at + text.length);
    return { ...sought, gaps: [] };
  });
  const missing = () => texts.filter(({ gaps }) => gaps.length > 0);
  findInPlaceOfShorter(letters, missing(), texts);
  return { missing: missing().map(({ text }) => text), owners: [...letters.owners] };
}

it("gives a word the letter that another text took, which stands elsewhere too", () => {
  expect(
    page("iftheni", [
      ["if", undefined],
      ["then", 2],
      ["i", 0],
    ]),
  ).toEqual({
    missing: [],
    owners: [0, 0, 1, 1, 1, 1, 2],
  });
});

it("takes no letter from a text that stands nowhere else", () => {
  expect(
    page("ifthen.", [
      ["if", undefined],
      ["then", 2],
      ["i", 0],
    ]),
  ).toEqual({
    missing: ["if"],
    owners: [2, FREE, 1, 1, 1, 1, FREE],
  });
});

it("takes none from a text that is as long", () => {
  expect(
    page("ofof.", [
      ["of", undefined],
      ["of", 0],
      ["of", 2],
    ]).missing,
  ).toEqual(["of"]);
});

import { expect, it } from "vitest";
import { citeInStyle } from "../../../support/cite-in-style.js";

const AUTHOR_YEAR =
  '<group delimiter=" "><names variable="author"><name form="short" initialize-with=". "/></names>' +
  '<date variable="issued" form="text" date-parts="year"/></group>';

const work = (family: string, given: string, year: number, others: readonly string[] = []) => ({
  author: [{ family, given }, ...others.map((other) => ({ family: other }))],
  issued: { "date-parts": [[year]] },
});

const cite = (citation: string, works: readonly Record<string, unknown>[], clusters?: readonly string[][]) =>
  citeInStyle({
    citation,
    layout: AUTHOR_YEAR,
    around: 'prefix="(" suffix=")" delimiter="; "',
    works,
    ...(clusters ? { clusters } : {}),
  }).texts;

it("adds names, initials, given names and letters, only where they tell works apart", () => {
  expect(
    cite('disambiguate-add-givenname="true"', [work("Ash", "Ann", 1990), work("Ash", "Bob", 1990)]),
  ).toEqual(["(A. Ash 1990; B. Ash 1990)"]);
  expect(
    cite('disambiguate-add-givenname="true"', [work("Ash", "Ann", 1990), work("Ash", "Amy", 1990)]),
  ).toEqual(["(Ann Ash 1990; Amy Ash 1990)"]);
  const lists = [work("Ash", "A", 1990, ["Birch", "Cole"]), work("Ash", "A", 1990, ["Dell", "Cole"])];
  expect(
    cite('et-al-min="3" et-al-use-first="1" disambiguate-add-names="true"', [
      ...lists,
      work("Elm", "E", 1991),
    ]),
  ).toEqual(["(Ash, Birch, et al. 1990; Ash, Dell, et al. 1990; Elm 1991)"]);
  expect(
    cite('disambiguate-add-year-suffix="true"', [work("Ash", "A", 1990), work("Ash", "B", 1990)]),
  ).toEqual(["(Ash 1990a; Ash 1990b)"]);
});

it("does not try three thousand names to tell works apart", () => {
  const people = Array.from({ length: 3000 }, (_, index) => `F${index}`);
  const works = Array.from({ length: 10 }, () => work("Ash", "A", 1990, people));
  const options =
    'et-al-min="3" et-al-use-first="1" disambiguate-add-names="true" disambiguate-add-givenname="true" disambiguate-add-year-suffix="true"';
  expect(cite(options, works)[0]).toMatch(/^\(Ash et al\. 1990a; Ash et al\. 1990b; /);
});

it("collapses years and their letters", () => {
  const works = [1990, 1990, 1990, 1991].map((year) => work("Ash", "A", year));
  const options = 'disambiguate-add-year-suffix="true" cite-group-delimiter=", "';
  expect(cite(`${options} collapse="year"`, works)).toEqual(["(Ash 1990a, 1990b, 1990c, 1991)"]);
  expect(cite(`${options} collapse="year-suffix"`, works)).toEqual(["(Ash 1990a, b, c, 1991)"]);
  expect(cite(`${options} collapse="year-suffix-ranged"`, works)).toEqual(["(Ash 1990a–c, 1991)"]);
});

it("says ibid. with a capital where a note begins with it, and after a full stop", () => {
  const layout =
    '<choose><if position="ibid"><text term="ibid"/></if><else><text variable="title"/></else></choose>';
  const asked = { layout, works: [{ title: "Weirs" }] };
  const clusters = [["w1"], ["w1"], [{ key: "w1", prefix: "He said so." }], [{ key: "w1", prefix: "see" }]];
  expect(citeInStyle({ ...asked, kind: "note", clusters }).texts).toEqual([
    "Weirs",
    "Ibid.",
    "He said so. Ibid.",
    "see ibid.",
  ]);
  expect(citeInStyle({ ...asked, clusters: [["w1"], ["w1"]] }).texts).toEqual(["Weirs", "ibid."]);
});

it("lets the author's own punctuation stand for the delimiter", () => {
  const titles = (clusters: Parameters<typeof citeInStyle>[0]["clusters"]) =>
    citeInStyle({
      layout: '<text variable="title"/>',
      around: 'delimiter="; "',
      works: [{ title: "Weirs" }, { title: "Locks" }],
      ...(clusters ? { clusters } : {}),
    }).texts[0];
  expect(titles([["w1", { key: "w2", prefix: ", also in" }]])).toBe("Weirs, also in Locks");
  expect(titles([[{ key: "w1", suffix: "is old," }, "w2"]])).toBe("Weirs is old, Locks");
  expect(titles([["w1", { key: "w2", prefix: "see" }]])).toBe("Weirs; see Locks");
});

it("makes labels of names and years for works that have none", () => {
  const works = [work("Ashton", "A", 1990), work("Ashton", "A", 1991, ["Birch"])];
  expect(
    citeInStyle({ layout: '<text variable="citation-label"/>', around: 'delimiter=", "', works }).texts,
  ).toEqual(["Asht90, AsBi91"]);
});

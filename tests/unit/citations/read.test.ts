import { describe, expect, it } from "vitest";
import { parseBibTex } from "../../../src/citations/bibtex.js";
import { itemOfEntry } from "../../../src/citations/bibtex-item.js";
import { namesOf } from "../../../src/citations/bibtex-names.js";
import { latexText } from "../../../src/citations/latex-text.js";
import { readLocator } from "../../../src/citations/locator.js";
import { parseBibliography, parseStyleFile } from "../../../src/citations/read.js";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";

const itemsOf = (text: string) => parseBibTex(text).map(itemOfEntry);
const faultsOf = (read: (report: (each: Diagnostic) => void) => unknown) => {
  const found: Diagnostic[] = [];
  read((each) => found.push(each));
  return found.map(({ code, location }) => `${location?.file}:${location?.line}:${location?.column} ${code}`);
};

describe("BibTeX", () => {
  it("has strings, joined values, comments and both kinds of brackets", () => {
    const [item] = itemsOf(`
      @string{jw = "Journal of Weirs"} @comment{not this @book{x, title={y}}}
      mail me@example.org % a comment
      @Article(a:1, title = "On " # {water}, JOURNAL = jw, year = 2020, month = mar,)`);
    expect(item).toMatchObject({
      id: "a:1",
      type: "article-journal",
      variables: { title: "On water", "container-title": "Journal of Weirs" },
      dates: { issued: { "date-parts": [[2020, 3]] } },
    });
  });

  it("has names with particles, suffixes and institutions", () => {
    expect(
      namesOf("Ludwig van Beethoven and King, Jr, Martin Luther and {World Health Organization} and others"),
    ).toEqual([
      { "non-dropping-particle": "van", family: "Beethoven", given: "Ludwig" },
      { family: "King", given: "Martin Luther", suffix: "Jr" },
      { literal: "World Health Organization" },
      { literal: "others" },
    ]);
  });

  it("says in TeX what text says with letters", () => {
    expect(latexText("Garc{\\'i}a M\\'arquez \\& S{\\o}n, \\\"Uber--\\emph{alles}~\\ss")).toBe(
      "García Márquez & Søn, Über–<i>alles</i>\u00A0ß",
    );
    expect(latexText("The {NASA} report", "protect")).toBe('The <span class="nocase">NASA</span> report');
  });

  it("that is broken is reported at its place", () => {
    const text = "@book{a,\n  title = {X}\n  year = 2020}\n";
    expect(faultsOf((report) => parseBibliography("r.bib", text, report))).toEqual([
      "r.bib:2:3 bad-bibliography",
    ]);
    expect(faultsOf((report) => parseBibliography("r.bib", "\n@book{a, title = {X", report))).toEqual([
      "r.bib:2:18 bad-bibliography",
    ]);
  });
});

describe("CSL-JSON", () => {
  it("is read as it is", () => {
    const text = JSON.stringify([
      {
        id: "a",
        type: "book",
        title: "T",
        author: [{ family: "F" }],
        issued: { "date-parts": [["2020", 5]] },
      },
    ]);
    const [item] = parseBibliography("r.json", text, () => {});
    expect(item).toMatchObject({
      id: "a",
      names: { author: [{ family: "F" }] },
      dates: { issued: { "date-parts": [[2020, 5]] } },
    });
  });

  it("that is no list of items is reported", () => {
    expect(faultsOf((report) => parseBibliography("r.json", '{"a": 1}', report))).toEqual([
      "r.json:1:1 bad-bibliography",
    ]);
    expect(faultsOf((report) => parseBibliography("r.json", "[{}]", report))).toHaveLength(1);
  });
});

describe("a citation style", () => {
  it("that is broken, dependent or calls a macro that is not there is reported", () => {
    const read = (text: string) => faultsOf((report) => parseStyleFile("s.csl", text, report));
    expect(read("<style>\n<citation></style>")).toEqual(["s.csl:2:18 bad-citation-style"]);
    expect(read('<style><info><link rel="independent-parent" href="x"/></info></style>')).toHaveLength(1);
    expect(read('<style>\n<citation><layout>\n<text macro="none"/></layout></citation></style>')).toEqual([
      "s.csl:3:1 bad-citation-style",
    ]);
  });
});

describe("a locator", () => {
  it("is a number of pages, or what a word before it says, in English or the book's language", () => {
    expect(readLocator(", 33, and more", "en")).toEqual({ locator: "33", label: "page", rest: ", and more" });
    expect(readLocator(", pp. 33-35, 38", "en")).toMatchObject({ locator: "33-35, 38", label: "page" });
    expect(readLocator(" chap. 3", "fr")).toMatchObject({ locator: "3", label: "chapter" });
    expect(readLocator(", Kap. 3", "de")).toMatchObject({ locator: "3", label: "chapter" });
    expect(readLocator(" §4", "en")).toMatchObject({ locator: "4", label: "section" });
    expect(readLocator("{iv, vi-xi}", "en")).toMatchObject({ locator: "iv, vi-xi", label: "page" });
  });

  it("is not found in ordinary words", () => {
    expect(readLocator(" mild praise", "en")).toBeUndefined();
    expect(readLocator(" partly 3", "en")).toBeUndefined();
  });
});

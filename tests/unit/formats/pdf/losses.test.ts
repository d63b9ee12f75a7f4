import { describe, expect, it } from "vitest";
import { type Diagnostic, diagnostic } from "../../../../src/diagnostics/diagnostic.js";
import { boxesPrinted, reportReading } from "../../../../src/formats/pdf/losses.js";
import type { Reading } from "../../../../src/formats/pdf/readback/compare/reading.js";
import { describe as describeBook } from "../../../../src/formats/pdf/render/description.js";
import { sourcePlaces } from "../../../../src/formats/pdf/render/source-places.js";
import { NOTHING_FOUND } from "../../../support/nothing-found.js";
import { makeBook } from "../epub/book.js";

const LINK = '<p><a href="#c">C</a></p>';
const book = makeBook({
  sections: [
    { id: "c", title: "C", html: "<h1>C</h1>\n<p id=target>Text</p>" },
    { id: "index", role: "index", generated: `<ul><li>a, <a href="#target">1</a></li></ul>${LINK}` },
  ],
});
const origin = { places: sourcePlaces(book), titlePage: describeBook(book, { creator: "" }).titlePage };

function told(reading: Partial<Reading>): Diagnostic[] {
  const found: Diagnostic[] = [];
  reportReading({ ...NOTHING_FOUND, ...reading }, origin, (each) => found.push(each));
  return found;
}

const loss = (source: string) => ({ source, text: "gone", words: 1, cause: "gone" }) as const;

describe("a running head that is not whole", () => {
  const { title, contributors } = book.metadata;
  const names = contributors.map(({ name }) => name).join(", ");
  const cut = (text: string, isShortened: boolean) => told({ margins: [{ text, page: 0, isShortened }] });

  it("is told, but for titles and names that end in an ellipsis: the title page has them", () => {
    expect(cut(title, true)).toEqual([]);
    expect(cut(`${names}, ${title}`, true)).toEqual([]);
    expect(cut(title, false)).toMatchObject([{ code: "running-head-cut" }]);
    expect(cut("Stated nowhere else", true)).toMatchObject([{ code: "running-head-cut" }]);
  });
});

describe("a loss", () => {
  it.each([
    ["a.md:3:7", { file: "a.md", line: 3, column: 7 }],
    // What the program writes is where that stands which it names.
    ["index#1", { file: "content/c.md", line: 2, column: 1 }],
    ["contents#target", { file: "content/c.md", line: 2, column: 1 }],
    ["contents#c", { file: "content/c.md", line: 1, column: 1 }],
    ["nowhere#1", { file: "publication.yaml", line: 1, column: 1 }],
    ["", { file: "publication.yaml", line: 1, column: 1 }],
  ])("from %s always has a place", (source, location) => {
    expect(told({ losses: [loss(source)] })).toMatchObject([{ code: "text-lost", location }]);
  });

  it("says how many words are gone, and is a warning when a style hides them", () => {
    const hidden = { source: "a.md:1:1", text: "two words", words: 2, cause: "hidden" } as const;
    expect(told({ losses: [hidden] })).toMatchObject([
      { code: "text-hidden", severity: "warning", message: expect.stringContaining("“two words” (2 words)") },
    ]);
  });
});

describe("boxes in place of letters", () => {
  const reading = { ...NOTHING_FOUND, missing: [{ source: "a.md:2:1", text: "日本", page: 0 }] };

  it("are told once, with the place of the first", () => {
    expect(boxesPrinted([NOTHING_FOUND, reading, reading], origin, [])).toMatchObject([
      { code: "missing-glyph", location: { file: "a.md", line: 2 } },
    ]);
    expect(boxesPrinted([NOTHING_FOUND], origin, [])).toEqual([]);
  });

  it("are not told when the letters are", () => {
    expect(boxesPrinted([reading], origin, [diagnostic("missing-glyph", "No font")])).toEqual([]);
  });
});

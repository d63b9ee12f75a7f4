import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../../../src/diagnostics/diagnostic.js";
import { reportLosses } from "../../../../src/formats/epub/losses.js";
import { type EpubDocument, emptyFacts } from "../../../../src/model/ebook.js";
import { type BookInput, makeBook, makeNote, publish } from "./book.js";

/** What is told of a book of one section with this text when its document has that one. */
function told(input: Omit<BookInput["sections"][number], "id">, body: string): string[] {
  return toldOf({ sections: [{ id: "c", title: "C", ...input }] }, [documentOf("c", body)]);
}

function documentOf(section: string, body: string): EpubDocument {
  const xhtml = `<html><head><title>C</title></head><body>${body}</body></html>`;
  const frame = { role: "chapter", matter: "body", title: "C", language: "en" } as const;
  return { ...frame, section, href: `${section}.xhtml`, xhtml, facts: emptyFacts() };
}

function toldOf(input: BookInput, documents: readonly EpubDocument[]): string[] {
  const found: Diagnostic[] = [];
  reportLosses(makeBook(input), documents, (each) => found.push(each));
  return found.map(
    ({ code, location, message }) => `${code} ${location?.line}:${location?.column} ${message}`,
  );
}

describe("the documents of an ebook", () => {
  it("are sound when they have the words in any markup", () => {
    expect(told({ html: "<p>Salt &amp; <em>pep</em>per</p>" }, "<p>Salt &amp; pep<b>per</b></p>")).toEqual(
      [],
    );
    expect(told({ html: "<p>caf&eacute; a<wbr>b</p>" }, "<p>caf&#xe9; ab</p>")).toEqual([]);
  });

  it("may say more", () => {
    expect(
      told({ html: "<h1>Salt</h1><p>Text</p>" }, "<h1><span>Chapter 1</span> Salt</h1><p>Text</p>"),
    ).toEqual([]);
  });

  it("lack words that a rule has taken away, told once with their place", () => {
    const html = "<p>Kept</p>\n<p>One <em>two</em> three</p>";
    expect(told({ html }, "<p>Kept</p><p>One three</p>")).toEqual([
      "text-lost 2:1 “two” is in no document of the ebook",
    ]);
    expect(told({ html }, "<p>Kept</p>")).toHaveLength(1);
  });

  it("lack words that stand once where they should stand twice", () => {
    expect(told({ html: "<p>again</p><p>again</p>" }, "<p>again</p>")).toHaveLength(1);
  });

  it("have short words in their own sections, which those of another do not take", () => {
    const sections = [
      { id: "c1", title: "Ebb", html: "<h1>Ebb</h1><p>The <code>ebb</code> runs far out to sea</p>" },
      { id: "c2", title: "B the", html: "<h1>B the</h1><p>Of it there is no more to say</p>" },
    ];
    const documents = sections.map(({ id, html }) => documentOf(id, html.replace("<h1>", "<h1>Chapter ")));
    expect(toldOf({ sections }, documents)).toEqual([]);
    expect(toldOf({ sections }, [documentOf("c1", "<p>Lost</p>"), documents[1]!])).toHaveLength(2);
  });

  it("have the notes", () => {
    const notes = [makeNote("n1", "1", ["r1"], "<p>In a note</p>")];
    expect(told({ html: "<p>Text</p>", notes }, "<p>Text</p>")).toEqual([
      "text-lost 1:1 “In a note” (3 words) is in no document of the ebook",
    ]);
    expect(told({ html: "<p>Text</p>", notes }, "<p>Text</p><aside>In a note</aside>")).toEqual([]);
  });

  it("may hide words, which is told", () => {
    expect(
      told(
        { html: "<p>Seen</p><p hidden>Not <b>seen</b></p>" },
        "<p>Seen</p><p hidden=''>Not <b>seen</b></p>",
      ),
    ).toEqual(["text-hidden 1:12 “Not seen” (2 words) is hidden in the ebook"]);
  });

  it("do not have what is for pages, or describes what is beside it", () => {
    const html =
      "<p>Text<span data-medium=print> on page 7</span></p><math><semantics><mi>x</mi><annotation>\\xi</annotation></semantics></math>";
    expect(told({ html }, "<p>Text</p><math><mi>x</mi></math>")).toEqual([]);
  });
});

it.each([
  ["<details><summary>More</summary><p>Folded</p></details>"],
  ["<table><caption>Cap</caption><tr><th>Head</th></tr><tr><td>Cell</td></tr></table>"],
  ["<math><mfrac><mi>a</mi><mn>2</mn></mfrac><mo>=</mo><mtext>half</mtext></math>"],
  ["<svg viewBox='0 0 9 9'><title>Name</title><text x='1' y='5'>label</text></svg>"],
  ["<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby> <q>quoted</q></p>"],
])("publishes every word of %s", async (html) => {
  const { diagnostics } = await publish({ sections: [{ id: "c", title: "C", html: `<h1>C</h1>${html}` }] });
  expect(diagnostics.filter(({ code }) => code === "text-lost" || code === "text-hidden")).toEqual([]);
});

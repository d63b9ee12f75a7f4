/** Documents are short enough for slow readers: long sections go on in another at a heading. */
import { describe, expect, it } from "vitest";
import { divideLongSections } from "../../../../../src/formats/epub/content/long-sections.js";
import { texts } from "../../../../support/xml.js";
import { makeBook, makeNote, publish } from "../book.js";

/** 100 kB: two of them fit into a document, three do not. */
const LONG = `<p>${"The tide comes in. ".repeat(5_300)}</p>`;
const reference = (id: string, note: string) => `<a role="doc-noteref" id="${id}" href="#${note}">1</a>`;

const TIDES = `<h1 id="tides">Tides</h1><p>See <a href="#flood">Flood</a>.</p>
<h2 id="ebb">Ebb</h2>${LONG}<p>One.${reference("r1", "n1")}</p>
<h2 id="low">Low</h2>${LONG}
<h2 id="flood">Flood <em>tide</em></h2>${LONG}<p>Two.${reference("r2", "n2")} Again.${reference("r1b", "n1")} <a href="#ebb">Ebb</a></p>`;
const NOTES = [
  makeNote("n1", "1", ["r1", "r1b"], "<p>First.</p>"),
  makeNote("n2", "2", ["r2"], "<p>Second.</p>"),
];
const entry = (id: string, title: string, level: number) => ({
  ...{ id, title, level, section: "c", inline: [], matter: "body" as const },
});

const divided = () =>
  publish({
    sections: [
      { id: "c", title: "Tides", label: "1", html: TIDES, notes: NOTES },
      { id: "d", title: "D", html: '<h1>D</h1><p><a href="#low">Low</a>, <a href="#flood">Flood</a></p>' },
    ],
    contents: [
      { ...entry("c", "Tides", 1), children: [{ ...entry("flood", "Flood tide", 2), children: [] }] },
    ],
  });

describe("a long section", () => {
  it("goes on at a heading in a document that is named for it, without a second label or role", async () => {
    const { names, read, diagnostics } = await divided();
    expect(diagnostics).toEqual([]);
    expect(names.filter((name) => /EPUB\/(?:c\.|flood|ebb|low)/.test(name))).toEqual([
      "EPUB/c.xhtml",
      "EPUB/flood--on.xhtml",
    ]);
    const document = await read("flood--on.xhtml");
    expect(texts(document, "//h:title")).toEqual(["Flood tide"]);
    expect(texts(document, "//h:body/h:section/h:h2/@id")).toEqual(["flood"]);
    expect(texts(document, "//h:body/h:section/@role")).toEqual([]);
    expect(texts(await read("c.xhtml"), "//h:body/h:section/@role")).toEqual(["doc-chapter"]);
  });

  it("is found by links, notes and contents wherever it goes on", async () => {
    const { read } = await divided();
    const [first, second, other, nav] = await Promise.all(
      ["c.xhtml", "flood--on.xhtml", "d.xhtml", "nav.xhtml"].map((name) => read(name)),
    );
    expect(texts(first!, "//h:p/h:a[not(@role)]/@href")).toEqual(["flood--on.xhtml#flood"]);
    expect(texts(second!, "//h:p/h:a[not(@role)]/@href")).toEqual(["c.xhtml#ebb"]);
    expect(texts(other!, "//h:p/h:a/@href")).toEqual(["c.xhtml#low", "flood--on.xhtml#flood"]);
    expect(texts(nav!, "//h:nav[@role='doc-toc']//h:a/@href")).toEqual(["c.xhtml", "flood--on.xhtml#flood"]);
    expect(texts(first!, "//h:aside/@id")).toEqual(["n1"]);
    expect(texts(first!, "//h:aside//h:a[@role='doc-backlink']/@href")).toEqual([
      "#r1",
      "flood--on.xhtml#r1b",
    ]);
    expect(texts(second!, "//h:aside/@id")).toEqual(["n2"]);
    expect(texts(second!, "//h:a[@role='doc-noteref']/@href")).toEqual(["#n2", "c.xhtml#n1"]);
  });

  it("is divided below the second level only where it must be, and not within a block", () => {
    const deep = `<h1>T</h1><h2 id="a">A</h2>${LONG}<h3 id="b">B</h3>${LONG}<h3 id="c">C</h3>${LONG}<h2 id="d">D</h2><p>d</p>`;
    const { book } = divideLongSections(makeBook({ sections: [{ id: "t", html: deep }] }));
    expect(book.sections.map(({ id }) => id)).toEqual(["t", "c--on"]);
    const block = `<h1>T</h1><div><h2>A</h2>${LONG}<h2>B</h2>${LONG}<h2>C</h2>${LONG}</div>`;
    const whole = makeBook({ sections: [{ id: "t", html: block }] });
    expect(divideLongSections(whole).book).toBe(whole);
  });
});

it("a short section stays as it is", () => {
  const book = makeBook({ sections: [{ id: "t", html: "<h1>T</h1><h2>A</h2><p>a</p>" }] });
  expect(divideLongSections(book).book).toBe(book);
});

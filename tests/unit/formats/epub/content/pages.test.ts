import { describe, expect, it } from "vitest";
import type { PageBeginning, PageSource } from "../../../../../src/model/pages.js";
import { texts } from "../../../../support/xml.js";
import { type BookInput, makeNote, PIXEL, publish } from "../book.js";

const at = (folio: string, section: string, place: string, letters: number): PageBeginning => ({
  folio,
  section,
  place: { source: `content/${section}.md:${place}`, letters },
});

const source = (...beginnings: PageBeginning[]): PageSource => ({
  pages: { beginnings, folios: { far: "127" } },
  identifier: "urn:isbn:9780306406157",
});

const section = (html: string, id = "c"): BookInput => ({ sections: [{ id, title: "C", html }] });

/** The document with each mark as `[folio]`, without tags. */
async function marked(book: BookInput, pages: PageSource, file = "c.xhtml") {
  const { read, diagnostics } = await publish(book, { pageSource: pages });
  const body = (await read(file)).replace(/^[\s\S]*<body[^>]*>/, "");
  const marks = body.replace(
    /<span epub:type="pagebreak" role="doc-pagebreak" id="[^"]+" aria-label="([^"]+)"><\/span>/g,
    "[$1]",
  );
  return { diagnostics, marks, text: marks.replace(/<[^>]*>/g, "").trim() };
}

describe("a page of the print edition", () => {
  it("begins in the ebook before the same letter, whatever stands around it", async () => {
    const book = section("<h1>C</h1>\n<p>One <em>two three</em> four, so\u00adft five.</p>");
    const pages = source(at("1", "c", "1:1", 0), at("2", "c", "2:1", 6), at("3", "c", "2:1", 18));
    const { text, diagnostics } = await marked(book, pages);
    expect(diagnostics).toEqual([]);
    expect(text).toBe("[1]C\nOne two [2]three four, so\u00ad[3]ft five.");
  });

  it("begins before a title and not in it, and in a paragraph and not before it", async () => {
    const { marks } = await marked(
      section("<h1>C</h1>\n<p><em>A</em>.</p>"),
      source(at("1", "c", "1:1", 0), at("2", "c", "2:1", 0)),
    );
    expect(marks).toMatch(/\[1\]<h1/);
    expect(marks).toMatch(/<p[^>]*>\[2\]<em>A/);
  });

  it("keeps the indentation of the line of code that it begins with", async () => {
    const { text } = await marked(
      section("<h1>C</h1>\n<pre><code>fn a() {\n    <b>b</b>();\n    c();\n}</code></pre>"),
      source(at("1", "c", "2:1", 9 - 3), at("2", "c", "2:1", 10)),
    );
    expect(text).toContain("fn a() {\n    [1]b();\n[2]    c();");
  });

  it("begins before a formula or a drawing, never inside", async () => {
    const html = "<h1>C</h1>\n<p>So <math><mi>a</mi><mo>=</mo><mi>b</mi></math> holds.</p>";
    const { text, diagnostics } = await marked(section(html), source(at("7", "c", "2:7", 2)));
    expect(diagnostics).toEqual([]);
    expect(text).toContain("So [7]a=b holds.");
  });

  it("begins before a figure whose caption is the first of its words", async () => {
    const html =
      '<h1>C</h1>\n<p>x</p>\n<figure><img src="a.png" alt="A"><figcaption>Cap</figcaption></figure>';
    const book = { ...section(html), resources: { "a.png": { mediaType: "image/png", bytes: PIXEL } } };
    const { marks, diagnostics } = await marked(book, source(at("2", "c", "3:34", 0)));
    expect(diagnostics).toEqual([]);
    expect(marks).toMatch(/\[2\]<figure/);
  });

  it("begins with the image that fills it when it has no text", async () => {
    const html = '<h1>C</h1>\n<p>x</p>\n<p><img src="a.png" alt="A"></p>\n<p>After</p>';
    const book = { ...section(html), resources: { "a.png": { mediaType: "image/png", bytes: PIXEL } } };
    const pages = source(at("1", "c", "1:1", 0), { folio: "2", section: "c" }, at("3", "c", "4:1", 0));
    const { marks } = await marked(book, pages);
    expect(marks).toMatch(/\[2\]<img[\s\S]*\[3\]After/);
  });

  it("is found behind words that only print shows", async () => {
    const html =
      '<h1>C</h1>\n<p>See <a href="#c"><span data-medium="screen">there</span>' +
      '<span data-medium="print">p. <span data-folio-of="far"></span></span></a>, two.</p>';
    const { text } = await marked(section(html), source(at("2", "c", "2:1", 3 + 2 + 3 + 1)));
    expect(text).toMatch(/, ?\[2\]two\./);
  });

  it("begins in a table's cell, in a list item, in an endnote", async () => {
    const html =
      "<h1>C</h1>\n<table><tr><td>a</td>\n<td>b</td></tr></table>\n<ul><li>x</li>\n<li>y</li></ul>" +
      '<p>n<a class="note-reference" id="r1" href="#n1">1</a></p>';
    const book: BookInput = {
      sections: [{ id: "c", title: "C", html, notes: [makeNote("n1", "1", ["r1"], "<p>Long note.</p>")] }],
    };
    const note: PageBeginning = {
      folio: "4",
      section: "c",
      place: { source: "content/notes.md:1:1", letters: 4 },
    };
    const { text, diagnostics } = await marked(
      book,
      source(at("2", "c", "3:1", 0), at("3", "c", "5:1", 0), note),
    );
    expect(diagnostics).toEqual([]);
    expect(text).toMatch(/a\n\[2\]b[\s\S]*x\n\[3\]y[\s\S]*Long \[4\]note\./);
  });
});

describe("a page without text of the author's", () => {
  const BOOK: BookInput = {
    sections: [
      { id: "titlepage", role: "titlepage" },
      { id: "toc", role: "toc" },
      { id: "c", title: "C", html: "<h1>C</h1><p>Text.</p>" },
    ],
  };
  const PAGES = source(
    { folio: "i", section: "titlepage" },
    { folio: "iii", section: "toc" },
    { folio: "iv", section: "toc" },
    { folio: "vi", section: "only-in-print" },
    at("1", "c", "1:1", 0),
  );

  it("begins where the document of its section does; the contents are one", async () => {
    expect((await marked(BOOK, PAGES, "titlepage.xhtml")).marks.trim()).toMatch(/^\[i\]/);
    expect((await marked(BOOK, PAGES, "nav.xhtml")).marks.trim()).toMatch(/^\[iii\]\s*\[iv\]/);
  });

  it("begins in the contents with the entry that it begins with", async () => {
    const place = { source: "contents#c", letters: 0 };
    const first = { id: "b", title: "B", html: "<h1>B</h1>" };
    const sections = [...BOOK.sections.slice(0, 2), first, ...BOOK.sections.slice(2)];
    const pages = source({ folio: "iii", section: "toc" }, { folio: "iv", section: "toc", place });
    const { marks, diagnostics } = await marked({ sections }, pages, "nav.xhtml");
    expect(diagnostics).toEqual([]);
    expect(marks).toMatch(/^\s*\[iii\][\s\S]*>B<\/a>[\s\S]*<a href="c.xhtml">\[iv\]C/);
  });

  it("begins in an index with the entry that it begins with", async () => {
    const index: BookInput = {
      sections: [
        { id: "c", title: "C", html: "<h1>C</h1>" },
        { id: "index", role: "index", title: "Index", generated: "<ul><li>ash, 1</li><li>oak, 2</li></ul>" },
      ],
    };
    const page: PageBeginning = { folio: "9", section: "index", place: { source: "index#2", letters: 0 } };
    const first: PageBeginning = { folio: "8", section: "index", place: { source: "index#1", letters: 0 } };
    const { text } = await marked(index, source(first, page), "index.xhtml");
    expect(text).toMatch(/^\[8\]\s*Index\s+ash, 1\[9\]oak, 2/);
  });

  it("stands in the list where its document stands in the reading order", async () => {
    const sections = [
      { id: "titlepage", role: "titlepage" as const },
      { id: "lot", role: "lot" as const, title: "Tables", generated: "<ol><li>One</li></ol>" },
      { id: "c", title: "C", html: "<h1>C</h1>" },
      { id: "index", role: "index" as const, title: "Index", generated: "<ul><li>ash</li></ul>" },
      { id: "colophon", role: "colophon" as const, title: "Colophon" },
    ];
    const pages = ["titlepage", "lot", "c", "index", "colophon"].map((section, index) => ({
      folio: String(index + 1),
      section,
      ...(section === "c" ? { place: { source: "content/c.md:1:1", letters: 0 } } : {}),
    }));
    const { read, diagnostics } = await publish({ sections }, { pageSource: source(...pages) });
    const list = texts(await read("nav.xhtml"), "//h:nav[@epub:type='page-list']//h:a");
    expect(diagnostics).toEqual([]);
    expect(list).toEqual(["1", "2", "3", "4", "5"]);
  });

  it("shares the place of the next page when the ebook does not have it", async () => {
    expect((await marked(BOOK, PAGES)).text).toMatch(/^\[vi\]\[1\]C/);
  });

  it("is listed in order, with every other page, in the navigation document and the NCX", async () => {
    const { read, diagnostics } = await publish(BOOK, { pageSource: PAGES });
    const list = "//h:nav[@epub:type='page-list']//h:a";
    const nav = await read("nav.xhtml");
    expect(diagnostics).toEqual([]);
    expect(texts(nav, list)).toEqual(["i", "iii", "iv", "vi", "1"]);
    expect(texts(nav, `${list}/@href`)).toEqual([
      "titlepage.xhtml#page-i",
      "nav.xhtml#page-iii",
      "nav.xhtml#page-iv",
      "c.xhtml#page-vi",
      "c.xhtml#page-1",
    ]);
    const ncx = await read("toc.ncx");
    expect(texts(ncx, "//ncx:pageTarget/ncx:navLabel")).toEqual(["i", "iii", "iv", "vi", "1"]);
    expect(texts(ncx, "//ncx:pageTarget/@type")).toEqual(["front", "front", "front", "front", "normal"]);
    expect(texts(ncx, "//ncx:meta[@name='dtb:maxPageNumber']/@content")).toEqual(["1"]);
  });

  it("makes the ebook name its print edition and claim page numbers", async () => {
    const { read } = await publish(BOOK, { pageSource: PAGES });
    const opf = await read("package.opf");
    expect(texts(opf, "//dc:source[@id='page-source']")).toEqual(["urn:isbn:9780306406157"]);
    expect(texts(opf, "//opf:meta[@refines='#page-source'][@property='source-of']")).toEqual(["pagination"]);
    const features = texts(opf, "//opf:meta[@property='schema:accessibilityFeature']");
    expect(features).toEqual(expect.arrayContaining(["pageBreakMarkers", "pageNavigation"]));
  });
});

describe("an ebook without a print edition", () => {
  it("has no page list and claims none", async () => {
    const { read } = await publish(section("<h1>C</h1>"));
    const opf = await read("package.opf");
    expect(texts(await read("nav.xhtml"), "//h:nav[@epub:type='page-list']")).toEqual([]);
    expect(texts(opf, "//dc:source")).toEqual([]);
    expect(opf).not.toContain("pageNavigation");
  });
});

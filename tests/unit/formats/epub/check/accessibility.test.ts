import { describe, expect, it } from "vitest";
import { checkAccessibility } from "../../../../../src/formats/epub/check/accessibility.js";
import { renderEpub } from "../../../../../src/formats/epub/content/render.js";
import { sourceLocator } from "../../../../../src/formats/epub/finding-source.js";
import { loadTheme } from "../../../../../src/theme/templates/templates.js";
import { EMPTY_ROOT, makeBook } from "../book.js";

const page = (body: string, { lang = 'lang="en"', title = "T" } = {}) =>
  `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" ${lang}>` +
  `<head><title>${title}</title></head>\n<body>${body}</body></html>`;

const check = (files: Record<string, string>) =>
  checkAccessibility(new Map(Object.entries(files))).map(({ message, at }) => `${at?.path}: ${message}`);

describe("the rules of accessibility", () => {
  it("find a heading that skips a level, and let levels step back at once", () => {
    expect(check({ "a.xhtml": page("<h1>A</h1><h2>B</h2><h3>C</h3><h1>D</h1>") })).toEqual([]);
    expect(check({ "a.xhtml": page("<h1>A</h1><h3>C</h3>") })).toEqual([
      "a.xhtml: A heading of level 3 follows one of level 1",
    ]);
  });

  it("find an image without alt, and accept an empty one", () => {
    expect(check({ "a.xhtml": page('<img src="x.png" alt=""/>') })).toEqual([]);
    expect(check({ "a.xhtml": page('<img src="x.png"/>') })).toEqual([
      "a.xhtml: The image “x.png” has no text that describes it",
    ]);
  });

  it("find a document without language or title", () => {
    expect(check({ "a.xhtml": page("<p>x</p>", { lang: "", title: "" }) })).toEqual([
      "a.xhtml: The document does not say its language",
      "a.xhtml: The document has no title",
    ]);
  });

  it("find an entry of the page list that leads to no page break", () => {
    const nav = (id: string) =>
      page(
        '<nav epub:type="toc"><ol/></nav><nav epub:type="landmarks"><a epub:type="bodymatter" href="b.xhtml">B</a></nav>' +
          `<nav epub:type="page-list"><a href="b.xhtml#${id}">1</a></nav>`,
      );
    const text = page('<p id="p"><span epub:type="pagebreak" id="page-1"/></p>');
    expect(check({ "o/nav.xhtml": nav("page-1"), "o/b.xhtml": text })).toEqual([]);
    expect(check({ "o/nav.xhtml": nav("p"), "o/b.xhtml": text })).toHaveLength(1);
    expect(check({ "o/nav.xhtml": nav("gone"), "o/b.xhtml": text })).toHaveLength(1);
  });

  it("find an ebook without landmarks", () => {
    expect(check({ "nav.xhtml": page('<nav epub:type="toc"/>') })).toEqual([
      "nav.xhtml: The ebook has no landmarks",
    ]);
  });
});

describe("a finding in an ebook that the build has made", () => {
  it("leads to the Markdown that it comes from", () => {
    const book = makeBook({
      sections: [{ id: "c", title: "C", html: '<h1>C</h1>\n<p>x</p>\n<h2 id="deep">D</h2>' }],
    });
    const documents = renderEpub(book, loadTheme("base", "epub", EMPTY_ROOT), () => undefined);
    const locate = sourceLocator(book, documents);
    const line = documents[0]!.xhtml.split("\n").findIndex((each) => each.includes("deep")) + 1;
    const heading = { file: "content/c.md", line: 3, column: 1 };
    expect(locate({ path: "EPUB/c.xhtml", id: "deep" })).toEqual(heading);
    expect(locate({ path: "EPUB/c.xhtml", line })).toEqual(heading);
    expect(locate({ path: "EPUB/c.xhtml" })).toEqual({ file: "content/c.md", line: 1, column: 1 });
    expect(locate({ path: "EPUB/package.opf", line: 3 })).toBeUndefined();
  });
});

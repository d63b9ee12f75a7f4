import { describe, expect, it } from "vitest";
import type { ContentsEntry } from "../../../../../src/model/book.js";
import { texts } from "../../../../support/xml.js";
import { type BookInput, publish } from "../book.js";

const entry = (
  id: string,
  section: string,
  level: number,
  children: ContentsEntry[] = [],
): ContentsEntry => ({
  id,
  section,
  title: `Title of ${id}`,
  inline: [
    { type: "text", value: "Title of " },
    {
      type: "element",
      tagName: "code",
      properties: { id: "twice" },
      children: [{ type: "text", value: id }],
    },
  ],
  level,
  matter: "body",
  children,
});

const NESTED: BookInput = {
  sections: [
    { id: "titlepage", role: "titlepage" },
    { id: "toc", role: "toc" },
    { id: "part-1", role: "part", title: "Part", label: "I" },
    {
      id: "one",
      title: "One",
      html: '<h1>One</h1><h2 id="one--a">A</h2><h3 id="one--b">B</h3><p>x <a href="#toc">c</a></p>',
    },
    { id: "end", role: "bibliography", title: "Books", html: "<h1>Books</h1>" },
  ],
  contents: [
    entry("part-1", "part-1", 0, [
      entry("one", "one", 1, [entry("one--a", "one", 2, [entry("one--b", "one", 3)])]),
    ]),
    { ...entry("end", "end", 1), label: "7" },
  ],
};

const HREFS = ["part-1.xhtml", "one.xhtml", "one.xhtml#one--a", "one.xhtml#one--b", "end.xhtml"];

describe("navigation", () => {
  it("is nested as the contents are", async () => {
    const { read, diagnostics } = await publish(NESTED);
    const nav = await read("nav.xhtml");
    const toc = "//h:nav[@epub:type='toc']";
    expect(diagnostics).toEqual([]);
    expect(texts(nav, `${toc}//h:a/@href`)).toEqual(HREFS);
    expect(texts(nav, `${toc}/h:ol/h:li/h:ol/h:li/h:ol/h:li/h:ol/h:li/h:a`)).toEqual(["Title of one--b"]);
  });

  it("has the same nesting and order in the NCX", async () => {
    const { read } = await publish(NESTED);
    const ncx = await read("toc.ncx");
    expect(texts(ncx, "//ncx:content/@src")).toEqual(HREFS);
    expect(texts(ncx, "//ncx:navPoint/@playOrder")).toEqual(["1", "2", "3", "4", "5"]);
    expect(texts(ncx, "//ncx:meta[@name='dtb:depth']/@content")).toEqual(["4"]);
    expect(texts(ncx, "//ncx:navPoint/ncx:navPoint/ncx:navPoint/ncx:navPoint/ncx:navLabel")).toEqual([
      "Title of one--b",
    ]);
    expect(texts(ncx, "/ncx:ncx/ncx:navMap/ncx:navPoint[2]/ncx:navLabel")).toEqual(["7 Title of end"]);
  });

  it("keeps the code of a title, without its id", async () => {
    const { read } = await publish(NESTED);
    const nav = await read("nav.xhtml");
    expect(texts(nav, "//h:nav[@epub:type='toc']//h:code")).toContain("one");
    expect(texts(nav, "//h:code/@id")).toEqual([]);
  });

  it("leads to the cover, the contents and the start of the text", async () => {
    const { read } = await publish(NESTED);
    const nav = await read("nav.xhtml");
    const landmarks = "//h:nav[@epub:type='landmarks']//h:a";
    expect(texts(nav, `${landmarks}/@epub:type`)).toEqual([
      "cover",
      "toc",
      "bodymatter",
      "titlepage",
      "bibliography",
    ]);
    expect(texts(nav, `${landmarks}/@href`).slice(0, 3)).toEqual([
      "cover.xhtml",
      "nav.xhtml",
      "part-1.xhtml",
    ]);
  });

  it("is the page of contents that links of the text lead to", async () => {
    const { read } = await publish(NESTED);
    expect(texts(await read("one.xhtml"), "//h:p/h:a/@href")).toEqual(["nav.xhtml#toc"]);
    expect(texts(await read("nav.xhtml"), "//*[@id='toc']")).toHaveLength(1);
  });

  it("is not part of the text in a book without a page of contents", async () => {
    const { read, diagnostics } = await publish({ sections: [{ id: "c", title: "C", html: "<h1>C</h1>" }] });
    expect(diagnostics).toEqual([]);
    expect(texts(await read("package.opf"), "//opf:itemref/@idref")).toEqual(["cover", "section-c"]);
    expect(texts(await read("nav.xhtml"), "//h:nav[@epub:type='landmarks']//h:a/@epub:type")).not.toContain(
      "toc",
    );
  });
});

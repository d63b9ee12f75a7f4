import { describe, expect, it } from "vitest";
import { THEMES } from "../../../../src/load/editions/themes.js";
import { texts } from "../../../support/xml.js";
import { publish } from "./book.js";
import { EVERYTHING } from "./content.js";

describe("a book with every kind of content", () => {
  for (const theme of ["base", ...THEMES]) {
    it(`passes EPUBCheck in the theme ${theme}`, async () => {
      const { diagnostics, facts } = await publish({ ...EVERYTHING, theme });
      expect(diagnostics).toEqual([]);
      expect(facts.extent).toBe(EVERYTHING.sections.length + 1);
    });
  }

  it("is well-formed XML in every document", async () => {
    const { names, read } = await publish(EVERYTHING);
    const documents = names.filter((name) => /^EPUB\/.*\.(xhtml|opf|ncx)$/.test(name));
    expect(documents).toHaveLength(EVERYTHING.sections.length + 3);
    for (const name of documents) expect(texts(await read(name.slice("EPUB/".length)), "/*")).toHaveLength(1);
  });

  it("says its language on every document and section", async () => {
    const { read } = await publish(EVERYTHING);
    for (const [file, language] of [
      ["water.xhtml", "en"],
      ["preface.xhtml", "fr"],
      ["titlepage.xhtml", "en"],
    ] as const) {
      const document = await read(file);
      expect(texts(document, "/h:html/@lang | /h:html/@xml:lang | //h:section[1]/@lang")).toEqual([
        language,
        language,
        language,
      ]);
    }
    expect(texts(await read("nav.xhtml"), "/h:html/@xml:lang")).toEqual(["en"]);
  });

  it("gives every section its semantic type and the matching role", async () => {
    const { read } = await publish(EVERYTHING);
    const roleOf = async (file: string) =>
      texts(await read(file), "//h:body/h:section[1]/@epub:type | //h:body/h:section[1]/@role");
    expect(await roleOf("water.xhtml")).toEqual(["chapter", "doc-chapter"]);
    expect(await roleOf("part-1.xhtml")).toEqual(["part", "doc-part"]);
    expect(await roleOf("glossary.xhtml")).toEqual(["glossary", "doc-glossary"]);
    expect(await roleOf("titlepage.xhtml")).toEqual(["titlepage"]);
    expect(await roleOf("lol.xhtml")).toEqual([]);
  });

  it("lists its figures, tables and listings where the author asks for lists", async () => {
    const { read } = await publish(EVERYTHING);
    expect(texts(await read("loi.xhtml"), "//h:li/h:a/@href")).toEqual(["water.xhtml#fig-pixel"]);
    expect(texts(await read("lot.xhtml"), "//h:li")).toEqual(["Depths"]);
    expect(texts(await read("lol.xhtml"), "//h:li")).toEqual(["A program"]);
  });
});

describe("awkward publications", () => {
  it("gives a valid ebook for a title of markup and control characters", async () => {
    const { diagnostics, read } = await publish({
      metadata: { title: "a < b & \"c\" 'd' \u0001\u000b😀", subtitle: "]]>" },
      sections: [
        { id: "titlepage", role: "titlepage" },
        { id: "c", title: "x & <y>", html: "<h1>x &amp; &lt;y></h1>" },
      ],
    });
    expect(diagnostics).toEqual([]);
    expect(texts(await read("package.opf"), "//dc:title[1]")).toEqual(["a < b & \"c\" 'd' 😀"]);
  });

  it("gives a valid ebook when nothing stands in the contents", async () => {
    const { diagnostics, read } = await publish({
      contents: [],
      sections: [{ id: "titlepage", role: "titlepage" }],
    });
    expect(diagnostics).toEqual([]);
    expect(texts(await read("nav.xhtml"), "//h:nav[@epub:type='toc']//h:a/@href")).toEqual([
      "titlepage.xhtml",
    ]);
  });

  it("names a section without content and still gives a valid ebook", async () => {
    const { diagnostics } = await publish({ sections: [{ id: "c", title: "Nothing", html: " " }] });
    expect(diagnostics.map(({ code, location }) => [code, location?.file])).toEqual([
      ["epub-section-empty", "content/c.md"],
    ]);
  });

  it("keeps sections apart whose names differ only in case or are the package's own", async () => {
    const { diagnostics, names } = await publish({
      sections: ["Nav", "cover", "Fen", "fen"].map((id) => ({ id, title: id, html: `<h1>${id}</h1>` })),
    });
    expect(diagnostics).toEqual([]);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  });

  it("reads from right to left in a language that does", async () => {
    const { diagnostics, read } = await publish({
      metadata: { language: "he" },
      sections: [{ id: "c", title: "א", html: "<h1>א</h1>" }],
    });
    expect(diagnostics).toEqual([]);
    expect(texts(await read("package.opf"), "//opf:spine/@page-progression-direction")).toEqual(["rtl"]);
    expect(texts(await read("c.xhtml"), "/h:html/@dir")).toEqual(["rtl"]);
  });
});

import { describe, expect, it } from "vitest";
import { THEMES } from "../../../../../src/load/editions/themes.js";
import type { ContentsEntry } from "../../../../../src/model/book.js";
import { programStyles } from "../../../../../src/theme/styles/style-files.js";
import { texts } from "../../../../support/xml.js";
import { EMPTY_ROOT, publish } from "../book.js";
import { EVERYTHING } from "../content.js";

const CHAPTER = { id: "c", title: "C", html: "<h1>C</h1><p>Fluß, Œuvre.</p>" };
const DISPLAY_OPTIONS = "META-INF/com.apple.ibooks.display-options.xml";

describe("Kindle", () => {
  it("shows the cover once: its page is not in the linear order", async () => {
    const { read } = await publish(EVERYTHING);
    const opf = await read("package.opf");
    expect(texts(opf, "//opf:itemref[@linear='no']/@idref")).toEqual(["cover"]);
  });

  it("finds contents with the same entries and order in the NCX as in the navigation document", async () => {
    const { read } = await publish(EVERYTHING);
    const nav = texts(await read("nav.xhtml"), "//h:nav[@epub:type='toc']//h:a/@href");
    expect(texts(await read("toc.ncx"), "//ncx:navPoint/ncx:content/@src")).toEqual(nav);
  });

  it("finds cover, contents and start of the text in the guide", async () => {
    const { read } = await publish(EVERYTHING);
    const opf = await read("package.opf");
    expect(texts(opf, "//opf:guide/opf:reference/@type")).toEqual(["cover", "toc", "text"]);
    expect(texts(opf, "//opf:reference[@type='text']/@href")).toEqual(["part-1.xhtml"]);
  });
});

describe("Apple Books", () => {
  it("is told of fonts when the edition embeds them, and only then", async () => {
    const without = await publish({ theme: "novel", sections: [CHAPTER] });
    expect(without.names).not.toContain(DISPLAY_OPTIONS);
    const { names, diagnostics } = await publish({
      theme: "novel",
      sections: [CHAPTER],
      options: { embedFonts: "subset" },
    });
    expect(diagnostics).toEqual([]);
    expect(names).toContain(DISPLAY_OPTIONS);
  });

  it("keeps notes and places of readers: ids and names stay when a section joins the book", async () => {
    const hrefs = async (sections: { id: string; title: string; html: string }[]) =>
      texts(await (await publish({ sections })).read("package.opf"), "//opf:item/@id");
    const before = await hrefs([CHAPTER]);
    const after = await hrefs([{ ...CHAPTER, id: "new" }, CHAPTER]);
    expect(after).toEqual(expect.arrayContaining(before));
  });
});

describe("Kobo", () => {
  it("has the cover page first", async () => {
    const { read } = await publish(EVERYTHING);
    expect(texts(await read("package.opf"), "//opf:itemref[1]/@idref")).toEqual(["cover"]);
  });

  it("nests its contents as they are: each list is inside of the entry that it belongs to", async () => {
    const entry = (id: string, level: number, children: ContentsEntry[] = []): ContentsEntry => ({
      id,
      section: "c",
      title: id,
      inline: [{ type: "text", value: id }],
      level,
      matter: "body",
      children,
    });
    const html = '<h1>C</h1><h2 id="deep">deep</h2><h3 id="deeper">deeper</h3>';
    const contents = [entry("c", 1, [entry("deep", 2, [entry("deeper", 3)])])];
    const { read, diagnostics } = await publish({ sections: [{ ...CHAPTER, html }], contents });
    expect(diagnostics).toEqual([]);
    const nav = await read("nav.xhtml");
    const path = "//h:nav[@epub:type='toc']/h:ol/h:li";
    expect(texts(nav, `${path}/h:a/@href`)).toEqual(["c.xhtml"]);
    expect(texts(nav, `${path}/h:ol/h:li/h:a/@href`)).toEqual(["c.xhtml#deep"]);
    expect(texts(nav, `${path}/h:ol/h:li/h:ol/h:li/h:a/@href`)).toEqual(["c.xhtml#deeper"]);
  });

  it("opens footnotes in place: each is an aside that no style hides", async () => {
    const { read } = await publish(EVERYTHING);
    expect(texts(await read("water.xhtml"), "//h:aside[@epub:type='footnote']/@id")).toEqual(["w--note-1"]);
    for (const theme of THEMES) {
      const hiding = programStyles({ theme, root: EMPTY_ROOT }, "epub").match(
        /[^}]*\{[^}]*(?:display: none|visibility: hidden)/g,
      );
      expect(hiding?.map((rule) => rule.trim().replace(/\s+/g, " "))).toEqual([
        expect.stringMatching(/\[hidden\] \{ display: none$/),
      ]);
    }
  });
});

import { describe, expect, it } from "vitest";
import { texts } from "../../../../support/xml.js";
import { makeNote, PIXEL, publish } from "../book.js";

const PNG = { "img/é t.png": { mediaType: "image/png", bytes: PIXEL } };

/** One chapter of the given HTML, beside a second one to link to. */
async function chapter(html: string, notes: ReturnType<typeof makeNote>[] = [], language = "en") {
  const published = await publish({
    resources: PNG,
    metadata: { language },
    sections: [
      { id: "one", title: "One", html, notes },
      { id: "two", title: "Two", html: '<h1>Two</h1><p id="two--été">x</p>' },
    ],
  });
  return { ...published, document: await published.read("one.xhtml") };
}

describe("links", () => {
  it("lead to the file that holds the place, or stay in their own", async () => {
    const { document, diagnostics } = await chapter(
      '<p id="here"><a href="#two--%C3%A9t%C3%A9">a</a><a href="#two">b</a><a href="#here">c</a></p>',
    );
    expect(diagnostics).toEqual([]);
    expect(texts(document, "//h:p/h:a/@href")).toEqual(["two.xhtml#two--été", "two.xhtml#two", "#here"]);
  });

  it("keep web addresses, with the characters that no URL may have encoded", async () => {
    const { document, diagnostics } = await chapter(
      '<a href="https://x.org/a b|c?q=é#{1}" target="_blank">w</a> ' +
        '<a href="https://x.org/#/page.md#part">x</a> <a href="mailto:a@x.org?subject=#1#2">y</a>',
    );
    expect(diagnostics).toEqual([]);
    expect(texts(document, "//h:a/@href")).toEqual([
      "https://x.org/a%20b%7Cc?q=é#%7B1%7D",
      "https://x.org/#/page.md%23part",
      "mailto:a@x.org?subject=#1%232",
    ]);
    expect(texts(document, "//h:a/@target")).toEqual([]);
  });

  it("keep the whole of an address, whatever its scheme", async () => {
    const addresses = [
      "ftp://ftp.example.org/pub/emacs/README",
      "mailto:a@example.org",
      "tel:+44-20-7946-0000",
      "urn:isbn:9780306406157",
      "http://user@example.org:8080/a?b=c#d",
      "https://example.org/Layer#callasfunction_:",
      "https://example.org/a:",
    ];
    const { document, diagnostics } = await chapter(
      addresses.map((each) => `<a href="${each}">x</a>`).join(" "),
    );
    expect(diagnostics).toEqual([]);
    expect(texts(document, "//h:a/@href")).toEqual(addresses);
  });

  it("to files outside of the book are left out, and named with their place", async () => {
    for (const address of [
      "../std/index.html",
      "#nowhere",
      "javascript:x",
      "file:///etc/passwd",
      "https://",
      "mailto:",
    ]) {
      const { document, diagnostics } = await chapter(`<p>x\n<a href="${address}">text</a></p>`);
      expect(texts(document, "//h:a/@href")).toEqual([]);
      expect(texts(document, "//h:p/h:span")).toEqual(["text"]);
      expect(diagnostics.map(({ code, location }) => [code, location?.line])).toEqual([
        ["epub-link-lost", 2],
      ]);
      expect(diagnostics[0]!.message).toContain(address);
    }
  });
});

describe("images", () => {
  it("get names that are safe on every system", async () => {
    const { document, names } = await chapter('<img src="img/é t.png" alt="A dot">');
    expect(texts(document, "//h:img/@src")).toEqual(["images/e-t.png"]);
    expect(names).toContain("EPUB/images/e-t.png");
  });

  it("that are not in the publication leave their description, and an error with its place", async () => {
    for (const src of ["https://x.org/a.png", "data:image/png;base64,AAAA", "gone.png"]) {
      const { document, diagnostics } = await chapter(`<p><img src="${src}" alt="A heron"></p>`);
      expect(texts(document, "//h:p")).toEqual(["A heron"]);
      expect(diagnostics.map(({ code, location }) => [code, location?.file])).toEqual([
        ["epub-image-missing", "content/one.md"],
      ]);
    }
  });

  it("that are no image, whatever they are called, are refused where they stand", async () => {
    const { diagnostics } = await publish({
      resources: { "a.png": { mediaType: "image/png", bytes: Buffer.from("<html></html>") } },
      sections: [{ id: "c", title: "C", html: '<p>x</p>\n<img src="a.png" alt="x">' }],
    });
    expect(diagnostics.map(({ code, location }) => [code, location?.line])).toEqual([
      ["epub-image-format", 2],
    ]);
    expect(diagnostics[0]!.message).toContain("“a.png” is not an image");
  });

  it("inside SVG are packaged too", async () => {
    const svg = '<svg role="img" aria-label="x"><image href="img/é t.png" width="1" height="1"/></svg>';
    const { document, diagnostics } = await chapter(svg);
    expect(diagnostics).toEqual([]);
    expect(texts(document, "//svg:image/@href")).toEqual(["images/e-t.png"]);
  });
});

describe("footnotes", () => {
  const html = `<p>a<a class="note-reference" id="r1" href="#n1" data-note-id="n1">1</a>
b<a class="note-reference" id="r1-2" href="#n1" data-note-id="n1">1</a>
c<a class="note-reference" id="r2" href="#n2" data-note-id="n2">2</a></p>`;
  const notes = [
    makeNote("n1", "1", ["r1", "r1-2"], "<p>First.</p><p>More.</p>"),
    makeNote("n2", "2", ["r2"], "<pre>code</pre>"),
  ];

  it("are asides that reading systems open in place", async () => {
    const { document, diagnostics } = await chapter(html, notes);
    expect(diagnostics).toEqual([]);
    expect(texts(document, "//h:sup/h:a[@epub:type='noteref'][@role='doc-noteref']/@href")).toEqual([
      "#n1",
      "#n1",
      "#n2",
    ]);
    expect(texts(document, "//h:aside[@epub:type='footnote'][@role='doc-footnote']/@id")).toEqual([
      "n1",
      "n2",
    ]);
  });

  it("lead back to each of their references", async () => {
    const { document } = await chapter(html, notes);
    const back = (id: string) => texts(document, `//h:aside[@id='${id}']//h:a[@role='doc-backlink']/@href`);
    expect(back("n1")).toEqual(["#r1", "#r1-2"]);
    expect(back("n2")).toEqual(["#r2"]);
    expect(texts(document, "//h:aside[@id='n1']/h:p[1]")).toEqual(["1 First."]);
  });

  it("are gathered in the endnotes when the book asks for them", async () => {
    const { read, diagnostics } = await publish({
      sections: [
        { id: "one", title: "One", html, notes },
        { id: "endnotes", role: "endnotes", title: "Notes" },
      ],
    });
    expect(diagnostics).toEqual([]);
    expect(texts(await read("one.xhtml"), "//h:sup/h:a/@href")[0]).toBe("endnotes.xhtml#n1");
    expect(texts(await read("one.xhtml"), "//h:aside")).toEqual([]);
    const document = await read("endnotes.xhtml");
    expect(texts(document, "//h:ol/h:li[@id='n2'][@epub:type='endnote']//h:a/@href")).toEqual([
      "one.xhtml#r2",
    ]);
    expect(texts(document, "//h:aside")).toEqual([]);
  });

  it("speak the language of the book", async () => {
    const { document } = await chapter(html, notes, "de");
    expect(texts(document, "//h:section[@epub:type='footnotes']/@aria-label")).toEqual(["Fußnoten"]);
  });
});

describe("old and unknown HTML", () => {
  it("becomes style where it says how things look", async () => {
    const { document } = await chapter(
      '<table><tr><td align="right" valign="top" bgcolor="red">a</td></tr></table>',
    );
    expect(texts(document, "//h:td/@*")).toEqual(["text-align: right; vertical-align: top"]);
  });

  it("keeps its text under a living element", async () => {
    const { document } = await chapter(
      "<p><font>a</font><tt>b</tt><strike>c</strike></p><center><p>d</p></center><x-y><p>e</p></x-y>",
    );
    expect(texts(document, "//h:p/h:span | //h:p/h:code | //h:p/h:s | //h:div")).toEqual([
      "a",
      "b",
      "c",
      "d",
      "e",
    ]);
  });

  it("lets a block stand where raw HTML put it around or inside of a phrase", async () => {
    const { document, diagnostics } = await chapter(
      "<pre>\n<pre><code>a</code></pre></pre><span><ul><li>b</li></ul></span>",
    );
    expect(diagnostics).toEqual([]);
    expect(texts(document, "//h:div/h:pre | //h:div/h:ul")).toEqual(["a", "b"]);
  });

  it("shows task boxes as characters with a spoken name", async () => {
    const { document } = await chapter(
      '<ul><li><input type="checkbox" checked> a</li><li><input type="checkbox"> b</li></ul>',
    );
    expect(texts(document, "//h:li")).toEqual(["☒ a", "☐ b"]);
    expect(texts(document, "//h:li/h:span[@role='img']/@aria-label")).toEqual(["Done", "To do"]);
    expect(texts(document, "//h:input")).toEqual([]);
  });

  it("opens what a reader could not open", async () => {
    const { document } = await chapter("<details><summary>s</summary><p>t</p></details>");
    expect(texts(document, "//h:details/@open")).toEqual([""]);
  });

  it.each([
    ["a letter and lines enough for it", "Water is wet. ".repeat(9), []],
    ["few lines, beside which the next block would stand", "Water is wet.", ["no-initial"]],
    ["no letter", `<ruby>水<rt>mizu</rt></ruby>${"の".repeat(120)}`, ["no-initial"]],
  ])("says whether a first paragraph of %s can begin with a large one", async (_, words, expected) => {
    const { document } = await chapter(`<h1>C</h1><p>${words}</p>`);
    expect(texts(document, "//h:p/@class")).toEqual(expected);
  });

  it("leaves the large letter that an author asks for", async () => {
    const { document } = await chapter('<h1>C</h1><p class="dropcap">Water.</p>');
    expect(texts(document, "//h:p/@class")).toEqual(["dropcap"]);
  });

  it("does not change the book, which other editions read too", async () => {
    const { makeBook, EMPTY_ROOT } = await import("../book.js");
    const { publishEpub } = await import("../../../../../src/formats/epub/index.js");
    const book = makeBook({
      resources: PNG,
      sections: [
        {
          id: "c",
          title: "C",
          label: "1",
          html: '<h1>C</h1><p align="right"><img src="img/é t.png" alt="x"></p>',
        },
      ],
    });
    const before = structuredClone(book.sections);
    await publishEpub(book, { root: EMPTY_ROOT });
    expect(book.sections).toEqual(before);
  });
});

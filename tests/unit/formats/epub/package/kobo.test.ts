/** Ebooks for Kobo's own reader: every sentence has a mark with a number of its own. */
import { describe, expect, it } from "vitest";
import { marked } from "../../../../../src/formats/epub/package/kobo.js";
import { extensionOf } from "../../../../../src/model/format.js";
import { texts } from "../../../../support/xml.js";
import { publish } from "../book.js";

const HTML =
  "<h1>Tides</h1><p>It rose. “Did it?” <em>It did</em> &amp; fell.</p><p>Then &lt;nothing&gt;</p><pre>low. tide.</pre><ul><li>One. Two.</li></ul>";

describe("kepub: true", () => {
  it("marks the sentences of each block, and leaves code as it is", async () => {
    const { read, diagnostics } = await publish({
      sections: [{ id: "c", title: "Tides", html: HTML }],
      options: { kepub: true },
    });
    expect(diagnostics).toEqual([]);
    const spans = texts(await read("c.xhtml"), "//*[@class='koboSpan']");
    expect(spans.map((each) => each.trim())).toEqual([
      "Tides",
      "It rose.",
      "“Did it?”",
      "It did",
      "& fell.",
      "Then <nothing>",
      "One.",
      "Two.",
    ]);
    const ids = texts(await read("c.xhtml"), "//*[@class='koboSpan']/@id");
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.slice(0, 3)).toEqual(["kobo.1.1", "kobo.2.1", "kobo.2.2"]);
  });

  it("loses no letter", () => {
    const body = "<p>a.b… “c!” d <b>e</b>?! f</p> g <ruby>漢<rt>かん</rt></ruby>。<math><mi>x</mi></math>.";
    const text = (xhtml: string) => xhtml.replace(/<[^>]*>/g, "");
    expect(text(marked(`<html><body>${body}</body></html>`))).toBe(text(body));
  });

  it("names the file as Kobo's devices know it", () => {
    expect(extensionOf({ format: "epub", kepub: true })).toBe("kepub.epub");
    expect(extensionOf({ format: "epub" })).toBe("epub");
    expect(extensionOf({ format: "pdf", kepub: true })).toBe("pdf");
  });
});

it("other ebooks have no marks", async () => {
  const { read } = await publish({ sections: [{ id: "c", title: "Tides", html: HTML }] });
  expect(await read("c.xhtml")).not.toContain("kobo");
});

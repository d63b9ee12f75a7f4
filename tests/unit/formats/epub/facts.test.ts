/** The facts of an ebook are what its package document says, whoever has written that. */
import { describe, expect, it } from "vitest";
import { factsOf } from "../../../../src/formats/epub/facts.js";
import { PIXEL } from "./book.js";

function facts(metadata: string, items = "") {
  const opf = `<opf:package xmlns:opf="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">
<opf:metadata>${metadata}</opf:metadata><opf:manifest>${items}</opf:manifest>
<opf:spine><opf:itemref idref="a"/><opf:itemref idref="b"/></opf:spine></opf:package>`;
  return factsOf(
    new Map([
      ["EPUB/package.opf", Buffer.from(opf)],
      ["EPUB/images/dot.png", PIXEL],
      ["EPUB/images/line.svg", Buffer.from("<svg/>")],
      ["EPUB/images/nobody-lists.png", PIXEL],
    ]),
  );
}

describe("the facts of an ebook", () => {
  it("claim nothing that its package document does not", () => {
    expect(facts("<dc:language>de</dc:language><dc:language>la</dc:language>")).toEqual({
      extent: 2,
      languages: ["de", "la"],
      fonts: [],
      images: [],
      accessibility: { modes: [], sufficient: [], features: [], hazards: [] },
    });
  });

  it("have every claim of the publisher, as it is written", () => {
    const { accessibility } = facts(`<opf:meta property="schema:accessibilityHazard">none</opf:meta>
<opf:meta property="schema:accessibilitySummary">Tea &amp; <!-- no --> sugar</opf:meta>
<opf:meta id="c" property="a11y:certifiedBy">Reed</opf:meta>
<opf:meta refines="#c" property="a11y:certifierCredential">Certified</opf:meta>
<opf:link refines="#c" rel="a11y:certifierReport" href="https://example.org/report"/>
<opf:meta property="a11y:exemption">eaa-microenterprise</opf:meta>`);
    expect(accessibility).toEqual({
      modes: [],
      sufficient: [],
      features: [],
      hazards: ["none"],
      summary: "Tea &  sugar",
      certifier: "Reed",
      credential: "Certified",
      report: "https://example.org/report",
      exemption: "eaa-microenterprise",
    });
  });

  it("count the pictures that it lists and has, with their sizes", () => {
    const item = (href: string, type: string) => `<opf:item href="${href}" media-type="${type}"/>`;
    const { images } = facts(
      "",
      item("images/dot.png", "image/png") +
        item("images/line.svg", "image/svg+xml") +
        item("images/gone.png", "image/png"),
    );
    expect(images).toEqual([{ width: 1, height: 1, bytes: PIXEL.length }, { bytes: 6 }]);
  });
});

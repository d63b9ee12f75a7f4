import { describe, expect, it } from "vitest";
import { texts } from "../../../../support/xml.js";
import { PIXEL, publish } from "../book.js";
import { EVERYTHING } from "../content.js";

const GIF = Buffer.from("R0lGODlhAQABAAAAACH5BAAAAAAALAAAAAABAAEAAAICTAEAOw==", "base64");
const PNG = { "a.png": { mediaType: "image/png", bytes: PIXEL } };

async function claims(html: string, resources = {}) {
  const { read, diagnostics } = await publish({ resources, sections: [{ id: "c", title: "C", html }] });
  const opf = await read("package.opf");
  const of = (property: string) => texts(opf, `//opf:meta[@property='schema:${property}']`);
  return {
    diagnostics,
    modes: of("accessMode"),
    sufficient: of("accessModeSufficient"),
    features: of("accessibilityFeature"),
    hazards: of("accessibilityHazard"),
    summary: of("accessibilitySummary")[0]!,
  };
}

describe("accessibility metadata", () => {
  it("claims text alone for a book without images", async () => {
    const { modes, sufficient, features, hazards } = await claims("<h1>C</h1>");
    expect([modes, sufficient, hazards]).toEqual([["textual"], ["textual"], ["none"]]);
    expect(features).toEqual([
      "tableOfContents",
      "readingOrder",
      "displayTransformability",
      "structuralNavigation",
    ]);
  });

  it("claims alternative text when every image is described", async () => {
    const { modes, sufficient, features, diagnostics } = await claims(
      '<p><img src="a.png" alt="A dot"></p>',
      PNG,
    );
    expect(modes).toEqual(["textual", "visual"]);
    expect(sufficient).toEqual(["textual", "textual,visual"]);
    expect(features).toContain("alternativeText");
    expect(diagnostics).toEqual([]);
  });

  it("claims neither alternative text nor reading by text alone when one image is not described", async () => {
    const html = '<p><img src="a.png" alt="A dot"></p>\n<p><img src="a.png" alt=""></p>';
    const { sufficient, features, summary, diagnostics } = await claims(html, PNG);
    expect(sufficient).toEqual(["textual,visual"]);
    expect(features).not.toContain("alternativeText");
    expect(summary).toContain("Some images have no text");
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({
      code: "image-without-alt",
      severity: "warning",
      location: { file: "content/c.md", line: 2, column: 4 },
    });
    expect(diagnostics[0]!.message).toContain("a.png");
  });

  it("asks for no description of an image that is marked as decoration", async () => {
    const { modes, sufficient, diagnostics } = await claims(
      '<img src="a.png" alt="" class="decorative">',
      PNG,
    );
    expect([modes, sufficient, diagnostics]).toEqual([["textual"], ["textual"], []]);
  });

  it("does not vouch for an image that may move", async () => {
    const resources = { "a.gif": { mediaType: "image/gif", bytes: GIF } };
    const { hazards, summary } = await claims('<p><img src="a.gif" alt="A dot"></p>', resources);
    expect(hazards).toEqual(["unknown"]);
    expect(summary).not.toContain("nothing that moves");
  });

  it("names formulas and an index when the book has them", async () => {
    const { read } = await publish(EVERYTHING);
    const features = texts(await read("package.opf"), "//opf:meta[@property='schema:accessibilityFeature']");
    expect(features).toEqual(expect.arrayContaining(["MathML", "index", "alternativeText"]));
  });

  it("is summed up in the language of the book", async () => {
    const { read } = await publish({ ...EVERYTHING, metadata: { language: "fr-CA" } });
    const summary = texts(await read("package.opf"), "//opf:meta[@property='schema:accessibilitySummary']");
    expect(summary[0]).toMatch(/^Chaque image est décrite/);
  });
});

describe("headings", () => {
  it("step down one level at a time, whatever the source skips, and equal ones stay equal", async () => {
    const html = "<h1>A</h1><h3>B</h3><h4>C</h4><h3>D</h3><h2>E</h2><h6>F</h6>";
    const { read, diagnostics } = await publish({ sections: [{ id: "c", title: "X", html }] });
    const document = await read("c.xhtml");
    const levels = [..."ABCDEF"].map(
      (title) => /h\d/.exec(document.slice(document.indexOf(`>${title}<`) - 3))?.[0],
    );
    expect(diagnostics).toEqual([]);
    expect(levels).toEqual(["h1", "h2", "h3", "h2", "h2", "h3"]);
  });
});

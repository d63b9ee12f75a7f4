import { describe, expect, it } from "vitest";
import type { AccessibilityClaims } from "../../../../../src/model/accessibility-claims.js";
import { texts } from "../../../../support/xml.js";
import { publish } from "../book.js";

const CHAPTER = { id: "c", title: "C", html: "<h1>C</h1>" };
const CONFORMS = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA";

async function packageOf(accessibility?: AccessibilityClaims) {
  const { read, diagnostics } = await publish({
    sections: [CHAPTER],
    options: accessibility === undefined ? {} : { accessibility },
  });
  return { opf: await read("package.opf"), diagnostics };
}

const meta = (opf: string, property: string) => texts(opf, `//opf:meta[@property='${property}']`);

describe("claims of accessibility", () => {
  it("are not made when nobody makes them", async () => {
    const { opf } = await packageOf();
    expect(meta(opf, "dcterms:conformsTo")).toEqual([]);
    expect(opf).not.toContain("a11y:");
  });

  it("stand in the exact words, with who certifies them", async () => {
    const { opf, diagnostics } = await packageOf({
      conformsTo: CONFORMS,
      certifier: "Fen Access",
      credential: "Certified Tester",
      report: "https://example.org/report",
    });
    expect(diagnostics).toEqual([]);
    expect(meta(opf, "dcterms:conformsTo")).toEqual([CONFORMS]);
    expect(texts(opf, "//opf:meta[@refines='#conformance']")).toEqual(["Fen Access"]);
    expect(texts(opf, "//opf:meta[@refines='#certifier']")).toEqual(["Certified Tester"]);
    expect(texts(opf, "//opf:link[@rel='a11y:certifierReport']/@href")).toEqual([
      "https://example.org/report",
    ]);
  });

  it("name an exemption of the European Accessibility Act by its code", async () => {
    const { opf } = await packageOf({ exemption: "eaa-microenterprise" });
    expect(meta(opf, "a11y:exemption")).toEqual(["eaa-microenterprise"]);
  });

  it("may sum up the book in the publisher's own words", async () => {
    const { opf } = await packageOf({ summary: "Read aloud by hand." });
    expect(meta(opf, "schema:accessibilitySummary")).toEqual(["Read aloud by hand."]);
  });
});

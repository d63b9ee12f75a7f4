import { describe, expect, it } from "vitest";
import type { EpubEdition } from "../../../../src/model/publication.js";
import { HEAD, loadYaml, shown } from "../publication-folder.js";

async function ebook(yaml: string) {
  const { publication, diagnostics } = await loadYaml(HEAD + yaml);
  const edition = publication?.editions.find(({ format }) => format === "epub") as EpubEdition;
  return { edition, diagnostics: shown(diagnostics) };
}

describe("the page numbers of an ebook", () => {
  it("are those of the only PDF edition with the same text", async () => {
    expect((await ebook("")).edition.pageSource).toBe("print");
  });

  it("are none when several PDF editions have the same text, or the only one has another", async () => {
    const two = "editions: { a: { format: pdf }, b: { format: pdf }, e: { format: epub } }\n";
    expect((await ebook(two)).edition.pageSource).toBeUndefined();
    const other = "editions: { a: { format: pdf, language: fr }, e: { format: epub } }\n";
    expect((await ebook(other)).edition.pageSource).toBeUndefined();
  });

  it("are those of the edition that is named, and none when `none` is", async () => {
    const editions = (source: string) =>
      `editions: { a: { format: pdf }, b: { format: pdf }, e: { format: epub, page-source: ${source} } }\n`;
    expect((await ebook(editions("b"))).edition.pageSource).toBe("b");
    expect((await ebook(editions("none"))).edition.pageSource).toBeUndefined();
  });

  it("name an edition that is there", async () => {
    const { diagnostics } = await ebook(
      "editions:\n  print: { format: pdf }\n  e: { format: epub, page-source: prnt }\n",
    );
    expect(diagnostics).toEqual([
      "8:35 bad-page-source: There is no PDF edition `prnt` | Did you mean `print`?",
    ]);
  });
});

describe("an edition with an identifier of its own", () => {
  it("still names the work that it is an edition of", async () => {
    const { edition } = await ebook(
      "identifier: urn:uuid:0b613b5d-379b-421e-8712-51b1ed9b5912\n" +
        "editions: { e: { format: epub, identifier: 'urn:isbn:9780306406157' } }\n",
    );
    expect(edition.metadata.identifier).toBe("urn:isbn:9780306406157");
    expect(edition.metadata.workIdentifier).toBe("urn:uuid:0b613b5d-379b-421e-8712-51b1ed9b5912");
  });
});

describe("claims of accessibility", () => {
  it("take the standard in its exact words only", async () => {
    const claim = (words: string) => `accessibility: { conforms-to: "${words}", certifier: Fen Access }\n`;
    const right = await ebook(claim("EPUB Accessibility 1.1 - WCAG 2.2 Level AA"));
    expect(right.edition.accessibility).toEqual({
      conformsTo: "EPUB Accessibility 1.1 - WCAG 2.2 Level AA",
      certifier: "Fen Access",
    });
    expect((await ebook(claim("WCAG AA"))).diagnostics).toHaveLength(1);
  });

  it("name an exemption that the law has", async () => {
    const { edition } = await ebook("accessibility: { exemption: eaa-microenterprise }\n");
    expect(edition.accessibility).toEqual({ exemption: "eaa-microenterprise" });
    expect((await ebook("accessibility: { exemption: too-hard }\n")).diagnostics).toHaveLength(1);
  });

  it("lead to a report by its whole address", async () => {
    const { diagnostics } = await ebook("accessibility: { certifier: F, certifier-report: report.html }\n");
    expect(diagnostics[0]).toContain("`report.html` is not a web address");
  });
});

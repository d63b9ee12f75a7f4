/** The manual is a book of its own making: both editions, with nothing to complain about. */
import { beforeAll, describe, expect, it } from "vitest";
import { checkFile } from "../../../src/check/check.js";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import { MANUAL } from "../../../src/manual/place.js";
import { type Epub, linksOf, readEpub, resolves } from "../../support/epub.js";
import { type Pdf, readPdf } from "../../support/pdf.js";
import { bodyText } from "../../support/pdf-text.js";
import { publish } from "../../support/publish.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();
let diagnostics: readonly Diagnostic[];
let found: readonly Diagnostic[];
let pdf: Pdf;
let epub: Epub;

beforeAll(async () => {
  const out = await folders.make();
  const published = await publish(MANUAL, { out, jobs: 2 });
  diagnostics = published.diagnostics;
  pdf = await readPdf(await published.bytesOf("print"));
  epub = await readEpub(await published.bytesOf("ebook"));
  const files = ["ebook.epub", "print.pdf"];
  const checked = await Promise.all(
    files.map((name) => checkFile(`${out}/manual/${name}`, name, { environment: {} })),
  );
  found = checked.flatMap((each) => each.diagnostics);
});

describe("the manual", () => {
  it("is published without a diagnostic", () => {
    expect(diagnostics).toEqual([]);
  });

  it("passes the checks of finished files", () => {
    expect(found).toEqual([]);
  });

  it("has only whole links in its ebook", () => {
    const links = epub.spine.flatMap((document) => linksOf(epub, document));
    expect(links.length).toBeGreaterThan(500);
    expect(links.filter((link) => !resolves(epub, link))).toEqual([]);
  });

  it("has only whole links in its pages", () => {
    const links = pdf.pages.flatMap((page) => page.links);
    expect(links.length).toBeGreaterThan(500);
    expect(links.filter(({ url, place }) => url === undefined && place === undefined)).toEqual([]);
  });

  it("shows on its pages what it says of them: notes, references, formulas, an index", () => {
    const text = pdf.pages.map(bodyText).join("\n");
    for (const words of ["It was last seen in 1911", "12.42", "Table 4.1", "(Bringhurst 2004, p. 25)"]) {
      expect(text).toContain(words);
    }
    expect(pdf.outline.map(({ title }) => title)).toContain("Index");
    expect(pdf.pages.length).toBeLessThan(300);
  });
});

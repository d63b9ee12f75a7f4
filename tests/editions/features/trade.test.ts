/** Rights and provenance in finished files, and the message for shops that a build writes beside them. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { BuildResult } from "../../../src/model/build.js";
import { type Epub, readEpub } from "../../support/epub.js";
import { type Pdf, readPdf } from "../../support/pdf.js";
import { build } from "../../support/program.js";
import { pageText } from "../../support/small-book.js";
import { temporaryFolders } from "../../support/temporary-folders.js";
import { texts } from "../../support/xml.js";

const folders = temporaryFolders();
let result: BuildResult;
let message: string;
let pdf: Pdf;
let epub: Epub;

beforeAll(async () => {
  const folder = await folders.make({
    "publication.yaml": `title: Declared
language: fr
date: 2026-11-22
publisher: Presses
rights:
  licence: CC-BY-4.0
  text-and-data-mining: { status: reserved, policy: "https://example.org/mining" }
provenance:
  text: { made: assisted, tool: Claude, reviewed-by: Jane Doe }
  marks: shown
trade: { onix: true, prices: free }
frontmatter: [{ role: copyright-page }]
bodymatter: [{ file: one.md }, { file: two.md }]
editions:
  print: { format: pdf, trim: a6, identifier: "urn:isbn:978-3-16-148410-0" }
  ebook: { format: epub, page-source: none, identifier: "urn:isbn:978-0-306-40615-7" }
`,
    "content/one.md": "# Un\n\n::: {made=generated}\nUn passage.\n:::\n",
    "content/two.md": "---\nprovenance: generated\n---\n\n# Deux\n\nDes mots.\n",
  });
  const out = await folders.make();
  result = await build({ publications: [folder], out, jobs: 1 });
  const pathOf = (name: string) => result.editions.find(({ edition }) => edition === name)!.path!;
  pdf = await readPdf(new Uint8Array(await readFile(pathOf("print"))));
  epub = await readEpub(await readFile(pathOf("ebook")));
  message = await readFile(join(out, "onix.xml"), "utf8");
}, 120_000);

const opf = (path: string) => texts(epub.read(epub.packagePath), path);
const onix = (product: number, name: string) =>
  texts(message, `//*[local-name() = "Product"][${product}]//*[local-name() = "${name}"]`);

describe("what is declared", () => {
  it("finds nothing wrong", () => {
    expect(result.diagnostics.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
  });

  it("is printed in the language of the book, with its law", () => {
    // Lines end where they will.
    const page = pdf.pages.map(pageText).join("").replaceAll(/\s+/g, "");
    expect(page).toContain("art.L.122-5-3");
    expect(page).toContain("ReluetassuméparJaneDoe.");
    expect(page).toContain("«Deux»:produitd’uneintelligenceartificiellegénérative.");
  });

  it("is marked at the passage, where the edition asks for it", () => {
    expect(pdf.pages.map(pageText).join(" ")).toContain("généré par une IA");
  });

  it("stands in the metadata of both files", () => {
    expect(pdf.xmp).toContain("<tdm:reservation>1</tdm:reservation>");
    expect(pdf.xmp).toContain("<made:text>assisted</made:text>");
    expect(opf("//opf:meta[@property='tdm:policy']")).toEqual(["https://example.org/mining"]);
    expect(opf("//opf:meta[@property='made:work']/@refines")).toEqual(["#section-two"]);
  });
});

describe("the message of a build", () => {
  it("has the pages and bytes of the files that it tells of", () => {
    const [print, ebook] = ["print", "ebook"].map(
      (name) => result.editions.find(({ edition }) => edition === name)!,
    );
    expect(onix(1, "ExtentValue")).toEqual([String(pdf.pages.length), String(print!.words)]);
    expect(onix(2, "ExtentValue")).toEqual([String(ebook!.words), String(ebook!.bytes)]);
  });

  it("reserves mining, and says what a machine helped with", () => {
    expect(onix(2, "EpubUsageStatus")).toEqual(["03"]);
    expect(onix(1, "TextContent")[0]).toContain("Claude");
  });
});

/** Formulas, numbers, references, notes, citations and an index, in a PDF and in an ebook. */
import { beforeAll, describe, expect, test } from "vitest";
import { epubcheck } from "../../../src/formats/epub/check/epub.js";
import { type Epub, linksOf, readEpub, resolves } from "../../support/epub.js";
import { type Pdf, type PdfPage, readPdf } from "../../support/pdf.js";
import { bodyText, linkText } from "../../support/pdf-text.js";
import { publish } from "../../support/publish.js";
import { temporaryFolders } from "../../support/temporary-folders.js";
import { texts } from "../../support/xml.js";

const folders = temporaryFolders();
let pdf: Pdf;
let epub: Epub;
let epubBytes: Uint8Array;

beforeAll(async () => {
  const folder = await folders.copyOf(new URL(".", import.meta.url));
  const { bytesOf } = await publish(folder, { out: await folders.make() });
  pdf = await readPdf(await bytesOf("print"));
  epubBytes = await bytesOf("ebook");
  epub = await readEpub(epubBytes);
});

const plain = (text: string) => text.replaceAll("\u00AD", "").replace(/\s+/g, " ").trim();
const pageOf = (words: string): PdfPage => {
  const found = pdf.pages.filter((page) => plain(bodyText(page)).includes(words)).at(-1);
  if (!found) throw new Error(`No page has “${words}”`);
  return found;
};
const documentOf = (name: string) => epub.read(epub.names.find((each) => each.endsWith(`/${name}.xhtml`))!);
const words = (name: string) => plain(texts(documentOf(name), "//h:body")[0]!);

describe("formulas", () => {
  test("are laid out in print with all their signs, and numbered by chapter in the technical theme", () => {
    const text = plain(bodyText(pageOf("The flow is"))).normalize("NFKC");
    for (const sign of ["∫", "√", "Q", "(1.1)"]) expect(text).toContain(sign);
    expect(text).toContain("as Equation 1.1 says");
  });

  test("are MathML with a description in an ebook", () => {
    expect(texts(documentOf("weirs"), "//*[local-name()='math']/@alttext")[0]).toBe(
      "Q = C b \\sqrt{2 g} h^{3/2}",
    );
    expect(epub.read(epub.packagePath)).toContain('properties="mathml"');
  });
});

describe("references", () => {
  test("print the folio of the page on which the place is", () => {
    const table = pageOf("Depths at low water").label;
    const reeds = pageOf("Reeds grow where").label;
    expect(plain(bodyText(pageOf("The flow is")))).toContain(
      `in Table 1.1, p. ${table}, and reeds come later, p. ${reeds}.`,
    );
  });

  test("read as the name of the place in an ebook, which has no pages", () => {
    expect(words("weirs")).toContain("in Table 1.1, Table 1.1, and reeds come later, Chapter 2.");
  });

  test("have lists with folios in print and links in an ebook", () => {
    const page = pdf.pages.find((each) => plain(bodyText(each)).startsWith("Tables"))!;
    expect(plain(bodyText(page))).toMatch(/Table 1\.1 ?Depths at low water.*Table 2\.1 ?Plants of the bank/);
    expect(page.links.map(({ place }) => place?.page)).toEqual([pageOf("mill").index, pageOf("sedge").index]);
    expect(texts(documentOf("lot"), "//h:li/h:a/@href")).toEqual([
      "weirs.xhtml#tbl-depths",
      "reeds.xhtml#tbl-plants",
    ]);
  });
});

describe("endnotes", () => {
  test("stand in a section of their own, by chapter, and lead back", () => {
    const page = pageOf("They need still water");
    expect(plain(bodyText(page))).toMatch(/Notes.*1 Weirs.*They need still water.*2 Reeds.*Not always/);
    expect(page.links[0]?.place?.page).toBe(pageOf("The flow is").index);
    expect(words("endnotes")).toContain("They need still water");
  });
});

describe("citations", () => {
  test("say author and date, and lead to the entry", () => {
    const page = pageOf("The flow is");
    expect(plain(bodyText(page))).toContain("(Marsh and van der Berg 2019, p. 27); Reed (2020) has more");
    const link = page.links.find((each) => plain(linkText(page, each)).includes("Marsh and van der Berg"));
    expect(link?.place?.page).toBe(pageOf("Fen Press").index);
    expect(plain(bodyText(pageOf("Fen Press")))).toMatch(
      /Marsh, Ada, and Anna van der Berg\. 2019\. The Law of Weirs\. Fen Press\./,
    );
  });

  test("have ways back in an ebook", () => {
    const hrefs = texts(documentOf("bibliography"), "//h:a[@role='doc-backlink']/@href");
    expect(hrefs).toEqual([
      "weirs.xhtml#weirs--cite-marsh2019",
      "weirs.xhtml#weirs--cite-reed2020",
      "endnotes.xhtml#reeds--cite-reed2020",
    ]);
  });
});

describe("an index", () => {
  test("shows each page once, ranges and the principal page, and leads there", () => {
    const text = plain(bodyText(pageOf("dams, see weir")));
    const first = pageOf("The flow is").label;
    const last = pageOf("once more").label;
    const notes = pageOf("They need still water").label;
    expect(text).toContain(`ditches, ${first}–${last}`);
    expect(text).toContain(`weir, ${first}, ${last}`);
    expect(text).toContain(`gates sluice, ${notes}`);
    const page = pageOf("dams, see weir");
    const targets = page.links.map(({ place }) => place?.page);
    expect(targets).toContain(pageOf("The flow is").index);
    expect(targets).not.toContain(undefined);
  });

  test("numbers the mentions in an ebook", () => {
    expect(words("index")).toContain("weir, 1, 2, 3");
  });
});

describe("the ebook", () => {
  test("is valid, and none of its links leads nowhere", async () => {
    expect(await epubcheck(epubBytes)).toEqual([]);
    const links = epub.spine.flatMap((path) => linksOf(epub, path));
    expect(links.filter((link) => !resolves(epub, link))).toEqual([]);
  });
});

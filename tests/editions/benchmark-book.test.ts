/**
 * A real book of some 840 pages, with all that its author wrote on them.
 *
 * The book is not part of this project; where it is not there, nothing is tested.
 */
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { EpubCheck } from "@likecoin/epubcheck-ts";
import MarkdownIt from "markdown-it";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type Epub, linksOf, readEpub, resolves } from "../support/epub.js";
import { blocksOf, letters, missingFrom } from "../support/lost-text.js";
import { RUST_BOOK } from "../support/needs.js";
import { type Pdf, readPdf, structureNodes } from "../support/pdf.js";
import { bodyText } from "../support/pdf-text.js";
import { publish } from "../support/publish.js";
import { temporaryFolders } from "../support/temporary-folders.js";
import { texts } from "../support/xml.js";

const LIMIT = 15 * 60_000;

interface Entry {
  readonly file?: string;
  readonly files?: readonly string[];
}
interface Description {
  readonly frontmatter: readonly Entry[];
  readonly bodymatter: readonly Entry[];
  readonly backmatter: readonly Entry[];
}

const description: Description = existsSync(RUST_BOOK)
  ? parse(readFileSync(join(RUST_BOOK, "publication.yaml"), "utf8"))
  : { frontmatter: [], bodymatter: [], backmatter: [] };
const sections = Object.values([description.frontmatter, description.bodymatter, description.backmatter])
  .flat()
  .map(({ file, files }) => files ?? (file === undefined ? [] : [file]))
  .filter((files) => files.length > 0);
const files = sections.flat();

const source = (file: string) => readFileSync(join(RUST_BOOK, file), "utf8");
const markdown = new MarkdownIt({ html: true });

/** The heading that a file begins with, when the contents go as deep: `##` at most. */
function headingOf(file: string): string[] {
  const tokens = markdown.parse(source(file), {});
  const heading = tokens.findIndex(({ type }) => type === "heading_open");
  const text = tokens[heading + 1]?.children ?? [];
  return /h[12]/.test(tokens[heading]?.tag ?? "")
    ? [letters(text.map(({ content }) => content).join(""))]
    : [];
}

/**
 * Scripts and pictures that the fonts of the theme do not have: what is printed for them, if
 * anything, depends on the machine.
 */
const NOT_IN_OUR_FONTS =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]|\p{Emoji_Presentation}/u;

describe("the benchmark book", { tags: "rust-book" }, () => {
  const folders = temporaryFolders();
  let pdf: Pdf;
  let epub: Epub;
  let epubBytes: Uint8Array;
  let printed: string[];

  beforeAll(async () => {
    const { bytesOf } = await publish(RUST_BOOK, { out: await folders.make(), jobs: 2 });
    pdf = await readPdf(await bytesOf("print"));
    epubBytes = await bytesOf("ebook");
    epub = await readEpub(epubBytes);
    printed = pdf.pages.map(bodyText);
  }, LIMIT);

  test.each(files)("has every word of %s, in print and in the ebook", (file) => {
    const blocks = blocksOf(source(file));
    const printable = blocks.filter((block) => !NOT_IN_OUR_FONTS.test(block));
    expect(missingFrom(printed, printable)).toEqual([]);
    expect(missingFrom(epub.texts, blocks)).toEqual([]);
  });

  test("has title, authors, language and tags", () => {
    expect(pdf.information).toMatchObject({
      Title: "The Rust Programming Language",
      Author: "Steve Klabnik, Carol Nichols, Chris Krycho",
      Language: "en",
    });
    expect(pdf.marked).toBe(true);
    const roles = new Set(pdf.pages.flatMap((page) => structureNodes(page).map(({ role }) => role)));
    expect([...roles]).toEqual(
      expect.arrayContaining(["H1", "H2", "P", "L", "Table", "Figure", "Link", "Code"]),
    );
  });

  test("lists every chapter and every section in its outline", () => {
    const bare = (title: string) => letters(title.replace(/^(\d+|[A-Z]) (?=\S)/, ""));
    for (const [first, ...rest] of sections) {
      const chapter = pdf.outline.find(({ title }) => headingOf(first!).includes(bare(title)));
      expect(chapter, first).toBeDefined();
      const children = chapter!.children.map(({ title }) => letters(title));
      expect(children, first).toEqual(expect.arrayContaining(rest.flatMap(headingOf)));
    }
  });

  test("has no link that leads nowhere, in print and in the ebook", () => {
    const links = pdf.pages.flatMap((page) => page.links.map((link) => ({ page: page.label, ...link })));
    // The book has 432 links; one that goes over two lines is two areas on its page.
    expect(links.length).toBeGreaterThanOrEqual(432);
    expect(links.filter(({ url, place }) => url === undefined && place === undefined)).toEqual([]);
    expect(links.filter(({ url }) => url?.includes("colophon.invalid"))).toEqual([]);
    const hrefs = epub.names.filter((name) => name.endsWith(".xhtml")).flatMap((name) => linksOf(epub, name));
    expect(hrefs.filter((link) => !resolves(epub, link))).toEqual([]);
  });

  test("has every listing in the ebook", () => {
    const listings = (file: string) =>
      markdown.parse(source(file), {}).filter(({ type }) => type === "fence" || type === "code_block").length;
    const expected = files.reduce((sum, file) => sum + listings(file), 0);
    const found = epub.spine.flatMap((path) => texts(epub.read(path), "//h:pre")).length;
    expect(expected).toBeGreaterThan(424);
    expect(found).toBeGreaterThanOrEqual(expected);
  });

  test("has every image in the ebook", () => {
    const shown = files.flatMap((file) =>
      [...source(file).matchAll(/\bimg\/[\w./-]+/g)].map(([path]) => path),
    );
    const packed = new Set([...epub.manifest.values()].map(({ path }) => basename(path)));
    expect(new Set(shown).size).toBeGreaterThan(10);
    expect(shown.filter((path) => !packed.has(basename(path)))).toEqual([]);
  });

  test("is without an error of EPUBCheck", async () => {
    const { messages } = await EpubCheck.validate(epubBytes);
    expect(messages.filter(({ severity }) => severity === "fatal" || severity === "error")).toEqual([]);
  });
});

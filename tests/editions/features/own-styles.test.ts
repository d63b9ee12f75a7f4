/** What styles and templates of a publication bring: fonts, pictures, sheets, pages of another size. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { beforeAll, describe, expect, test } from "vitest";
import { epubcheck } from "../../../src/formats/epub/check/epub.js";
import type { Epub } from "../../support/epub.js";
import type { Pdf } from "../../support/pdf.js";
import { pdfFonts } from "../../support/pdf-fonts.js";
import { documentOf, findWords, publishSmall, type SmallEditions } from "../../support/small-book.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const require = createRequire(import.meta.url);
const font = (name: string) => readFileSync(require.resolve(name));
const DOT = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC",
  "base64",
);
const FONTS = `@font-face { font-family: "House"; src: url("fonts/house one.woff2"); font-weight: 200 900 }
@font-face { font-family: "House"; font-style: italic; font-weight: 200 900; src: url(fonts/slanted.woff) }
`;

const folders = temporaryFolders();
let book: SmallEditions;
let pdf: Pdf;
let epub: Epub;

beforeAll(async () => {
  book = await publishSmall(folders, {
    description: "theme: technical\nfrontmatter: [{ role: colophon }]\nbodymatter: [{ file: a.md }]",
    files: {
      "styles/print.css": `@import "parts/fonts.css";
@page map { size: a5 landscape }
.map { page: map }
.house { font-family: House; font-weight: 620 }
.dot { background: url("parts/d#t 1.png") repeat; padding: 5mm }
:is(h1, h2) + p { text-transform: uppercase }
`,
      "styles/epub.css":
        '@import "parts/fonts.css";\n.house { font: 620 1em House }\n.dot { background: url("parts/d#t 1.png") }\n',
      "styles/parts/fonts.css": FONTS.replaceAll("fonts/", "../fonts/"),
      "styles/parts/d#t 1.png": DOT,
      "styles/fonts/house one.woff2": font(
        "@fontsource-variable/noto-serif-jp/files/noto-serif-jp-latin-wght-normal.woff2",
      ),
      "styles/fonts/slanted.woff": font("@fontsource/newsreader/files/newsreader-latin-400-italic.woff"),
      "templates/print/colophon.html.hbs":
        '{{#> section}}<h1>Made</h1><img src="seal.png" alt="A seal" width="90">{{/section}}',
      "templates/print/seal.png": DOT,
      "content/a.md": `# Styles

First words. See [the map](#sec-map).

::: house
In the house face, *slanted*, **heavy**.
:::

::: dot
Over dots.
:::

:::: map
## The map {#sec-map}

A line on a wide page that goes on and on, past the place where an upright page of this size would have ended.
::::

Back upright.
`,
    },
  });
  [pdf, epub] = [await book.pdf(), await book.epub()];
});

test("everything that is there is found, without a word", () => {
  expect(book.diagnostics.filter(({ code }) => code !== "low-resolution")).toEqual([]);
});

describe("fonts of its own", () => {
  test("are in the PDF, a variable one as static fonts", async () => {
    const fonts = await pdfFonts(await book.bytesOf("print"));
    expect(
      fonts.map(({ name }) => name).filter((name) => /NotoSerifJP|Newsreader/.test(name)).length,
    ).toBeGreaterThan(2);
    expect(fonts.filter(({ kind }) => kind === "Type3")).toEqual([]);
  });

  test("are in the ebook, cut down, in each weight that is asked for", () => {
    const names = epub.names.filter((name) => name.includes("/fonts/")).map((name) => name.split("/").at(-1));
    expect(names).toEqual(["house-400.ttf", "house-620.ttf", "house-700.ttf", "house-400-italic.ttf"]);
  });
});

test("pictures of styles are in the ebook under addresses that lead to them", async () => {
  const [, address] = /\.dot \{ background: url\("\.\.\/(images\/[^"]+)"\)/.exec(
    epub.read("EPUB/styles/book.css"),
  )!;
  expect(epub.names).toContain(`EPUB/${address}`);
  expect(documentOf(epub, "a")).toContain("Over dots");
  expect(await epubcheck(await book.bytesOf("ebook"))).toEqual([]);
});

test("a rule for what follows one of several elements holds", () => {
  expect(findWords(pdf, "FIRST WORDS").page).toBeDefined();
});

describe("a named page of another size", () => {
  test("is as large as it says, and those around it are as they were", () => {
    const sizes = ["First", "ON A WIDE PAGE", "Back upright"].map((words) => {
      const { width, height } = findWords(pdf, words === "First" ? "FIRST" : words).page;
      return [Math.round(width), Math.round(height)];
    });
    expect(sizes).toEqual([
      [298, 420],
      [595, 420],
      [298, 420],
    ]);
  });

  test("has lines of its own width, and links lead to their places on it", () => {
    const line = findWords(pdf, "A LINE ON A WIDE PAGE");
    const rights = line.page.texts.filter(({ tagged }) => tagged).map(({ right }) => right);
    expect(Math.max(...rights)).toBeGreaterThan(420);
    const target = pdf.pages
      .flatMap(({ links }) => links)
      .find(({ place }) => place?.page === line.page.index);
    expect(target!.place!.top).toBeLessThan(findWords(pdf, "The map").baseline);
  });
});

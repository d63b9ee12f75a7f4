/** Tables: captions, alignment, widths of columns, a head that is repeated. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Epub } from "../../support/epub.js";
import type { Pdf } from "../../support/pdf.js";
import { documentOf, findWords, pageText, plain, publishSmall } from "../../support/small-book.js";
import { temporaryFolders } from "../../support/temporary-folders.js";
import { texts } from "../../support/xml.js";

const folders = temporaryFolders();
let pdf: Pdf;
let epub: Epub;

beforeAll(async () => {
  const rows = Array.from({ length: 60 }, (_, row) => `| row${row}x | ${row} |`).join("\n");
  const book = await publishSmall(folders, {
    description: "theme: technical\nbodymatter: [{ file: a.md }]",
    files: {
      "content/a.md": `# Tables

| Left | Centre | Right |
|:-----|:------:|------:|
| lll  |  ccc   |   rrr |
| a longer cell | a longer cell | a longer cell |

: Aligned^[A note in a caption.] {#tbl-a}

| One | Two |
|-----|-----|
| qqq | ttt[^n] |

: Shared {tbl-colwidths="[20,80]"}

[^n]: A note in a cell.

| Headone | Headtwo |
|---------|---------|
${rows}

: Long {#tbl-long}
`,
    },
  });
  [pdf, epub] = [await book.pdf(), await book.epub()];
});

const cell = (words: string) => findWords(pdf, words);

describe("in print", () => {
  test("a caption stands above its table, with its number", () => {
    const caption = cell("Table 1.1 Aligned");
    expect(caption.page.index).toBe(cell("lll").page.index);
    expect(caption.baseline).toBeLessThan(cell("lll").baseline);
  });

  test("columns are aligned as they are written", () => {
    const [long] = [cell("a longer cell")];
    const row = long.page.texts.filter(
      ({ baseline, text }) => Math.abs(baseline - long.baseline) < 0.5 && text.trim() !== "",
    );
    expect(row).toHaveLength(3);
    const [left, centre, right] = row as [(typeof row)[0], (typeof row)[0], (typeof row)[0]];
    expect(cell("lll").left).toBeCloseTo(left.left, 0);
    expect((cell("ccc").left + cell("ccc").right) / 2).toBeCloseTo((centre.left + centre.right) / 2, 0);
    expect(cell("rrr").right).toBeCloseTo(right.right, 0);
  });

  test("columns share the width as the author says", () => {
    const edges = cell("qqq").page.texts.filter(({ text }) => text.trim() !== "");
    const width = Math.max(...edges.map(({ right }) => right)) - cell("qqq").left;
    const share = (cell("ttt").left - cell("qqq").left) / width;
    expect(share).toBeGreaterThan(0.15);
    expect(share).toBeLessThan(0.3);
  });

  test("notes in a caption and in a cell stand at the foot of their page", () => {
    for (const [reference, note] of [
      ["Aligned", "A note in a caption."],
      ["ttt", "A note in a cell."],
    ] as const) {
      expect(cell(note).page.index).toBe(cell(reference).page.index);
      expect(cell(note).baseline).toBeGreaterThan(cell(reference).baseline);
    }
  });

  test("a long table has each row once, and its head on each page that it is on", () => {
    const pages = pdf.pages.map((page) => plain(pageText(page)));
    const all = pages.join(" ");
    for (let row = 0; row < 60; row += 1) expect(all.match(new RegExp(`row${row}x`, "g"))).toHaveLength(1);
    const withRows = pages.filter((text) => /row\d+x/.test(text));
    expect(withRows.length).toBeGreaterThan(1);
    for (const text of withRows) expect(text).toMatch(/Headone ?Headtwo/);
  });
});

describe("in the ebook", () => {
  test("a table has its caption, its alignment, its widths, and a head", () => {
    const document = documentOf(epub, "a");
    expect(plain(texts(document, "//h:table[@id='tbl-a']/h:caption")[0]!)).toMatch(/^Table 1\.1 Aligned/);
    expect(texts(document, "//h:table[@id='tbl-a']//h:tr[1]/h:td/@style")).toEqual([
      "text-align: left",
      "text-align: center",
      "text-align: right",
    ]);
    expect(texts(document, "//h:col/@style")).toEqual(["width: 20%", "width: 80%"]);
    expect(texts(document, "//h:table[@id='tbl-long']/h:thead//h:th")).toEqual(["Headone", "Headtwo"]);
  });
});

describe("a table that asks for more room than there is", () => {
  const WORDS = ["Alphabetical", "Bravissimo", "Configuration", "Determination", "Echo", "International"];
  const CODE = "server.connection.timeout.milliseconds.of.the.first.attempt";
  let narrow: Pdf;

  beforeAll(async () => {
    const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
    const book = await publishSmall(folders, {
      description:
        "theme: technical\nbodymatter: [{ file: a.md }]\neditions: { print: { format: pdf, trim: 105mm 148mm } }",
      files: {
        "content/a.md": `# Narrow

${row(WORDS)}
${row(WORDS.map(() => "--"))}
${row(WORDS.map((_, index) => String(index)))}

| Settingname | Descriptionword |
|--|--|
| \`${CODE}\` | telling |

- In a list:

  | Numberword | Listedword |
  |--|--|
  | 1 | what it means, in some words that turn over |

| A | B |
|--|--|
| x | y |

: Captionwords that are longer than their table {#tbl-caption}
`,
      },
    });
    narrow = await book.pdf();
  });

  test("keeps its words whole, and breaks what is longest", () => {
    const whole = [...WORDS, "Settingname", "Descriptionword", "telling", "Numberword", "Listedword"];
    const pieces = narrow.pages.flatMap(({ texts }) => texts.map(({ text }) => text));
    for (const word of whole)
      expect(
        pieces.some((piece) => piece.includes(word)),
        word,
      ).toBe(true);
    expect(findWords(narrow, CODE.slice(0, 6)).left).toBeGreaterThan(0);
  });

  test("a caption is not as narrow as a narrow table", () => {
    expect(narrow.pages.map(pageText).join("\n")).toMatch(/Captionwords that are/);
  });
});

/** The faces of the themes, code in columns, and title pages with more on them than they have room for. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Pdf } from "../../support/pdf.js";
import { pdfFonts } from "../../support/pdf-fonts.js";
import {
  documentOf,
  findWords,
  pageText,
  plain,
  publishSmall,
  type SmallEditions,
} from "../../support/small-book.js";
import { temporaryFolders } from "../../support/temporary-folders.js";
import { texts } from "../../support/xml.js";

const THEMES = ["novel", "technical", "magazine"];
const ALL_FACES = "*one* **two** ***three*** `four` **`five`** *`six`* ***`seven`***";
const NAMES = ["Ida Longname-Withmore", "Bo Short", "Cleo van der Something", "Dan Other", "Eve Last"];

const folders = temporaryFolders();
let book: SmallEditions;
const pdfs = new Map<string, Pdf>();

beforeAll(async () => {
  book = await publishSmall(folders, {
    title: "The Most Remarkable Properties of Very Small Pages and Very Long Titles",
    description: `subtitle: A Guide to Everything That a Small Page Has Little Room for, with Examples
publisher: The House at the Corner
contributors: [${NAMES.map((name, index) => `{ name: ${name}, role: ${["aut", "edt", "trl", "ill", "aut"][index]} }`).join(", ")}]
frontmatter: [{ role: halftitlepage }, { role: titlepage }]
bodymatter: [{ file: a.md }]
editions:
${THEMES.map((theme) => `  ${theme}: { format: pdf, trim: 100mm 160mm, theme: ${theme} }`).join("\n")}
  ebook: { format: epub, page-source: none }
`,
    files: {
      "content/a.md": `# Faces ${ALL_FACES}

Text ${ALL_FACES}

## Below ${ALL_FACES}

> ${ALL_FACES}

| Head ${ALL_FACES} |
|---|
| ${ALL_FACES} |

: Caption ${ALL_FACES}

\`\`\`rust
// a comment
fn main() { let x = 1; }
\`\`\`

\`\`\`
\tT1
a\tT2
aaaaa\tT3\tT4
\`\`\`

<ol type="I" reversed><li>uno</li><li>due</li><li>tre</li></ol>

Before the division.

::: {lang=fr}
Dans la division.
:::

After it.
`,
    },
  });
  for (const theme of THEMES) pdfs.set(theme, await book.pdf(theme));
});

describe.each(THEMES)("the theme %s", (theme) => {
  test("has a real face for every weight and slope: none is made up by the browser", async () => {
    const fonts = await pdfFonts(await book.bytesOf(theme));
    expect(fonts.length).toBeGreaterThan(5);
    expect(fonts.filter(({ kind }) => kind === "Type3")).toEqual([]);
    expect(fonts.some(({ name }) => /SourceCodePro.*SemiBold$/.test(name))).toBe(true);
  });

  test("sets code in columns, and tabs stop at every fourth one", () => {
    const pdf = pdfs.get(theme)!;
    const column = (words: string) => findWords(pdf, words).left - findWords(pdf, "aaaaa").left;
    const width = (findWords(pdf, "fn main").right - findWords(pdf, "fn main").left) / "fn".length;
    const columns = ["T1", "T2", "T3", "T4"].map((words) => Math.round((column(words) / width) * 10) / 10);
    expect(columns).toEqual([4, 4, 8, 12]);
  });

  test("keeps the title page on one right-hand page", () => {
    const pdf = pdfs.get(theme)!;
    const pages = pdf.pages.filter((page) => /Cleo|Corner|Guide/.test(pageText(page)));
    expect(pages.map(({ index }) => index)).toEqual([2]);
    const [page] = pages;
    for (const name of NAMES) expect(plain(pageText(page!))).toContain(name.split(" ").at(-1));
    const lines = page!.texts.filter(({ text }) => text.trim() !== "").map(({ baseline }) => baseline);
    expect(pageText(page!).replace(/\s/g, "").toLowerCase()).toMatch(/thehouseatthecorner$/);
    expect(Math.max(...lines)).toBeLessThan(page!.height * 0.9);
  });

  test("counts a reversed list down", () => {
    const { page, baseline } = findWords(pdfs.get(theme)!, "uno");
    expect(lineAt(page, baseline)).toBe("III. uno");
    expect(lineAt(page, findWords(pdfs.get(theme)!, "tre").baseline)).toBe("I. tre");
  });
});

function lineAt(page: Pdf["pages"][number], baseline: number): string {
  const line = page.texts.filter((each) => Math.abs(each.baseline - baseline) < 0.5);
  return plain(
    [...line]
      .sort((a, b) => a.left - b.left)
      .map(({ text }) => text)
      .join(""),
  );
}

test("a division without a form of its own has the space of paragraphs around it", () => {
  const technical = pdfs.get("technical")!;
  const at = (words: string) => findWords(technical, words).baseline;
  const before = at("Dans la") - at("Before the");
  // Baselines stand on whole pixels.
  expect(Math.abs(at("After it.") - at("Dans la") - before)).toBeLessThan(1);
  expect(before).toBeGreaterThan(findWords(technical, "Dans la").size * 1.7);
});

test("an ebook says the number of each item of a reversed list", async () => {
  expect(texts(documentOf(await book.epub(), "a"), "//h:ol[@reversed]/h:li/@value")).toEqual(["3", "2", "1"]);
});

/** HTML and styles that are made for screens, with lines that are wider than the paper: every word is printed. */
import { beforeAll, describe, expect, test } from "vitest";
import { filler, findWords, publishSmall, type SmallEditions } from "../../support/small-book.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();
const THEMES = ["novel", "technical", "magazine"] as const;
let book: SmallEditions;

const WIDE = {
  "a cell that is not to be broken": `<table style="width: 1200px"><tr><td style="width: 700px; white-space: nowrap">${filler(50)} lastofthecell</td><td>edge</td></tr></table>`,
  "a box of a width in pixels": `<div style="width: 1200px">${filler(60)} lastofthebox</div>`,
  "a paragraph that is as wide at least": `<p style="min-width: 1200px">${filler(60)} lastoftheparagraph</p>`,
  "an item in one line": `- <span style="white-space: pre">${filler(50)} lastoftheitem</span>`,
  "a heading in one line": `## [${filler(30)} lastoftheheading]{.stiff}`,
  "a note in one line": `Noted.^[<nobr>${filler(50)} lastofthenote</nobr>]`,
  "a quotation that is indented beyond the edge": `> <p style="padding-left: 250mm">lastofthequotation</p>`,
} as const;

beforeAll(async () => {
  const editions = THEMES.map((theme) => `  ${theme}: { format: pdf, trim: a5, theme: ${theme} }`);
  book = await publishSmall(folders, {
    description: `bodymatter: [{ file: a.md }]\neditions:\n${editions.join("\n")}`,
    files: {
      "content/a.md": `# Wide\n\n${Object.values(WIDE).join("\n\n")}\n`,
      "styles/print.css": ".stiff { white-space: nowrap }",
    },
  });
});

describe.each(THEMES)("in the theme %s", (theme) => {
  test.each(Object.entries(WIDE))("%s is printed to its end", async (_what, source) => {
    const words = /lastofthe\w+/.exec(source)![0];
    const { left, page } = findWords(await book.pdf(theme), words);
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(page.width);
  });

  test("a short cell beside a long one keeps its word whole", async () => {
    expect(findWords(await book.pdf(theme), "edge").text).toContain("edge");
  });
});

test("nothing is told", () => {
  expect(book.diagnostics.map(({ message }) => message)).toEqual([]);
});

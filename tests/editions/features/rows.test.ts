/** Blocks side by side: figures, tables and columns in rows that lose nothing and fit the page. */
import { beforeAll, describe, expect, test } from "vitest";
import { epubcheck } from "../../../src/formats/epub/check/epub.js";
import {
  documentOf,
  filler,
  findWords,
  plain,
  publishSmall,
  type SmallEditions,
} from "../../support/small-book.js";
import { temporaryFolders } from "../../support/temporary-folders.js";
import { texts } from "../../support/xml.js";

const folders = temporaryFolders();
const THEMES = ["novel", "technical", "magazine"] as const;
let book: SmallEditions;

const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><rect width="4" height="3"/></svg>';

beforeAll(async () => {
  const editions = THEMES.map((theme) => `  ${theme}: { format: pdf, trim: a5, theme: ${theme} }`);
  book = await publishSmall(folders, {
    description: `bodymatter: [{ file: a.md }]\neditions:\n${editions.join("\n")}\n  ebook: { format: epub }\n`,
    files: {
      "content/a.md": `# Rows

::: {#fig-tides layout-ncol=2}
![Ebbing](a.svg){#fig-ebb}

![Flooding](a.svg){#fig-flood}

Bothtides
:::

::: {#tbl-both layout="[40,60]"}
| a |
|---|
| leftcell |

: Lefttable {#tbl-left}

| b |
|---|
| rightcell |

: Righttable {#tbl-right}

Bothtables
:::

See @fig-flood and @tbl-right.

:::: {.columns}
::: {.column width="30%"}
narrowcolumn
:::
::: {.column}
widecolumn
:::
::::

:::: {.columns}
::: {.column}
${filler(900)} endoflong
:::
::: {.column}
afterlong^[Inanote.]
:::
::::

::: {layout-ncol=2}
<div style="white-space: nowrap">${filler(8)} endofstiff</div>

afterstiff
:::
`,
      "content/a.svg": DRAWING,
    },
  });
});

describe.each(THEMES)("in the theme %s", (theme) => {
  const find = async (...words: string[]) => {
    const pdf = await book.pdf(theme);
    return words.map((each) => findWords(pdf, each));
  };

  test.each([
    ["Ebbing", "Flooding"],
    ["leftcell", "rightcell"],
    ["narrowcolumn", "widecolumn"],
  ])("%s stands beside %s, within the page", async (left, right) => {
    const [one, other] = await find(left, right);
    expect(other!.page.index).toBe(one!.page.index);
    expect(Math.abs(other!.baseline - one!.baseline)).toBeLessThan(0.5);
    expect(other!.left).toBeGreaterThan(one!.right);
    expect(other!.right).toBeLessThan(other!.page.width);
  });

  test("parts have letters, and the whole a number", async () => {
    await find("(a) Ebbing", "(b) Flooding", "(b)", "Figure");
    const pdf = await book.pdf(theme);
    const words = plain(pdf.pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join(""));
    expect(words).toMatch(/See Figure [\d.]*1b and Table [\d.]*1b/i);
  });

  test.each(["long", "stiff"])("what has no room beside it stands below: %s", async (which) => {
    const [end, after] = await find(`endof${which}`, `after${which}`);
    expect(after!.left).toBeLessThan(after!.page.width / 3);
    expect([after!.page.index, after!.baseline > end!.baseline]).not.toEqual([end!.page.index, false]);
  });
});

test("the ebook has them in order, and is valid", async () => {
  const document = documentOf(await book.epub(), "a");
  const cells = texts(document, "//h:div[@class='layout-row']/h:div[@class='layout-cell']").map(plain);
  expect(cells.slice(0, 6)).toEqual([
    "(a) Ebbing",
    "(b) Flooding",
    expect.stringContaining("(a) Lefttable"),
    expect.stringContaining("(b) Righttable"),
    "narrowcolumn",
    "widecolumn",
  ]);
  expect(await epubcheck(await book.bytesOf("ebook"))).toEqual([]);
});

test("nothing is told", () => {
  expect(book.diagnostics.map(({ message }) => message)).toEqual([]);
});

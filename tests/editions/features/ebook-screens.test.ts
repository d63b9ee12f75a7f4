/** Every word of an ebook is reached, whole and seen, on the screens that people read on, by day and at night. */
import { join } from "node:path";
import type { Browser } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "../../support/browser.js";
import { readOn, type Screen, unpack } from "../../support/reading-system.js";
import { publishSmall, type SmallEditions } from "../../support/small-book.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const SCREENS: Readonly<Record<string, Screen>> = {
  "a phone at night": { width: 390, height: 700, scheme: "dark", letters: 100 },
  "a phone with large letters": { width: 360, height: 640, scheme: "light", letters: 200 },
  "a tablet": { width: 800, height: 1000, scheme: "light", letters: 100 },
};

const LONG = "the tide that nobody has seen comes in over the stones of the harbour, ".repeat(12);
/** More than a page has room for, as a table and as a list of its rows. */
const ROWS = Array.from({ length: 60 }, (_, at) => `| Berth ${at} | ${at} | 1 | 2 | 3 | let |`).join("\n");
const CHAPTERS: Readonly<Record<string, string>> = {
  "text.md": `# Tides and $x^2$

${LONG}[^n] She wrote 10^6^ and H~2~O, [small]{.smallcaps}, ~~struck~~, \`a_name_of_a_function_that_is_long(x)\`.

> Quoted. ${LONG}

\\* \\* \\*

::: verse
The tide that goes, the tide that comes again and again and again
        and goes
:::

- one
  - two
    - three
      - four

Term
:   Definition

::: warning
Mind the edge.
:::

- [x] done

<p style="color: black; font-size: 30px; width: 900px">Black, large and wide.</p>
<div style="background-color: #ffe; margin-left: 300px">On a ground.</div>
<p style="color: navy; white-space: nowrap">${"blue and in one line ".repeat(5)}</p>

[^n]: Noted. ${LONG}
`,
  "tables.md": `# Tables, code and formulas

| Name | Depth | Width | Height | Length | Remark |
|------|------:|------:|-------:|-------:|--------|
| Quay | 3.5 | 12 | 4 | 120 | soft ground |
| Pier | 12.0 | 3 | 6 | 80 | hard |
${ROWS}

| One | Two |
|---|---|
| https://example.org/a/very/long/address/of/a/page | words |

\`\`\`js
const harbour = await open("a line of code that is longer than any phone is wide"); // and a remark
\`\`\`

$$ f(x) = a_0 + a_1 x + a_2 x^2 + a_3 x^3 + a_4 x^4 + a_5 x^5 + a_6 x^6 + a_7 x^7 + a_8 x^8 $$

$$ \\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix} = \\frac{1}{2} $$ {#eq-m}

See @eq-m, [](#tables-code-and-formulas) and <https://example.org/tides?of=the&harbour=now>.
`,
  "pictures.md": `# Pictures

![A drawing](line.svg)

![A wide drawing, with a caption that goes on for a while](wide.svg){width=1500px}

Beside it. ![An icon](line.svg){height=1em}

<svg viewBox="0 0 100 20" role="img" aria-label="A line"><path d="M0 10H100" stroke="black"/><text x="4" y="9" font-size="8">low</text></svg>
`,
};

const drawing = (width: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="90" viewBox="0 0 ${width} 90"><path d="M5 5H80V80" fill="none" stroke="#000"/></svg>`;

const folders = temporaryFolders();
let book: SmallEditions;
let browser: Browser;
let folder: string;

beforeAll(async () => {
  const files = Object.entries(CHAPTERS).map(([name, text]) => [`content/${name}`, text]);
  book = await publishSmall(folders, {
    description: `theme: novel\nbodymatter: [${Object.keys(CHAPTERS).map((file) => `{ file: ${file} }`)}]\neditions:\n  ebook: { format: epub }`,
    files: {
      ...Object.fromEntries(files),
      "content/line.svg": drawing(120),
      "content/wide.svg": drawing(1500),
    },
  });
  folder = await folders.make();
  await unpack(await book.bytesOf("ebook"), folder);
  browser = await openBrowser();
});

afterAll(async () => await browser.close());

test("nothing is told", () => {
  expect(book.diagnostics.map(({ message }) => message)).toEqual([]);
});

describe.each(Object.entries(SCREENS))("on %s", (_name, screen) => {
  test.each(["text", "tables", "pictures", "nav"])(
    "%s is seen to its last word, and shuts nobody out",
    async (name) => {
      const { words, cut, faint, barriers } = await readOn(
        browser,
        join(folder, `EPUB/${name}.xhtml`),
        screen,
      );
      expect({ cut, faint, barriers }).toEqual({ cut: [], faint: [], barriers: [] });
      expect(words.length).toBeGreaterThan(10);
    },
  );
});

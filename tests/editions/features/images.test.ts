/** Images: captions, widths, figures with text around them, plates, and those too coarse for print. */
import sharp from "sharp";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { Epub } from "../../support/epub.js";
import type { Pdf } from "../../support/pdf.js";
import { build } from "../../support/program.js";
import { shareBrowser } from "../../support/shared-browser.js";
import {
  documentOf,
  filler,
  findWords,
  pageText,
  plain,
  publishSmall,
  type SmallEditions,
} from "../../support/small-book.js";
import { temporaryFolders } from "../../support/temporary-folders.js";
import { texts } from "../../support/xml.js";

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><rect width="30" height="20"/></svg>';
const TEXT = `# Images

Before the figure. ${filler(20)}

![A *wide* drawing](wide.svg){#fig-wide width=50%}

![Floats to the right](wide.svg){.float-right width=45%}

Beside it stands ${filler(60)}

Below it goes ${filler(40)}

Before the plate. ${filler(30)}

![The plate^[A note on the plate.]](wide.svg){.plate #fig-plate}

After the plate. ${filler(30)}

![Fine](fine.png){width=30mm}

![Coarse](coarse.png){width=30mm}

See @fig-wide and @fig-plate.

<svg width="300pt" height="1800pt" viewBox="0 0 300 1800" role="img" aria-label="A mast"><g><text x="9" y="40" font-size="40">masthead</text></g><g><text x="9" y="1760" font-size="40">keelson</text></g></svg>
`;

const folders = temporaryFolders();
let files: Record<string, string | Uint8Array>;
let book: SmallEditions;
let pdf: Pdf;
let epub: Epub;

beforeAll(async () => {
  const png = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: "#456" } })
      .png()
      .toBuffer();
  files = {
    "content/a.md": TEXT,
    "content/wide.svg": SVG,
    // 30 mm at 300 dpi are 354.3 pixels.
    "content/fine.png": await png(356, 200),
    "content/coarse.png": await png(177, 100),
  };
  book = await publishSmall(folders, {
    description: "theme: technical\nnumbering: through\nbodymatter: [{ file: a.md }]",
    files,
  });
  [pdf, epub] = [await book.pdf(), await book.epub()];
});

describe("a figure", () => {
  test("has its number and its caption below it, and references to it say the number", () => {
    const caption = findWords(pdf, "Figure 1 A wide drawing");
    expect(caption.baseline).toBeGreaterThan(findWords(pdf, "Before the figure.").baseline + 40);
    expect(plain(pdf.pages.map(pageText).join(" "))).toContain("See Figure 1 and Figure 2.");
    expect(texts(documentOf(epub, "a"), "//h:figcaption").map(plain)[0]).toBe("Figure 1 A wide drawing");
  });

  test("has the width that the author gives in the ebook too", () => {
    expect(texts(documentOf(epub, "a"), "//h:figure[@id='fig-wide']/h:img/@style")).toEqual(["width: 50%"]);
  });
});

test("a drawing in the text that is taller than a page is made to fit, and stays whole", () => {
  const [top, bottom] = [findWords(pdf, "masthead"), findWords(pdf, "keelson")];
  expect(bottom.page.index).toBe(top.page.index);
  expect(bottom.baseline).toBeLessThan(top.page.height);
});

describe("a figure that floats", () => {
  test("lets the text run beside it, and the next words below it over the whole width", () => {
    const caption = findWords(pdf, "Floats to the right");
    const beside = findWords(pdf, "Beside it stands");
    expect(beside.page.index).toBe(caption.page.index);
    expect(beside.baseline).toBeLessThan(caption.baseline);
    expect(beside.right).toBeLessThan(caption.left);
    const width = Math.max(...caption.page.texts.map(({ right }) => right));
    expect(caption.left - beside.left).toBeGreaterThan((width - beside.left) * 0.5);
  });

  test("has the same place and width in the ebook", () => {
    const found = texts(documentOf(epub, "a"), "//h:figure[@class='float-right']/@style");
    expect(found).toEqual(["width: 45%"]);
    const css = epub.names.filter((name) => name.endsWith(".css")).map((name) => epub.read(name));
    expect(css.join("")).toMatch(/\.float-right\s*\{[^}]*float: right/);
  });
});

describe("a plate", () => {
  test("is alone on its page with its caption and its note, and the text goes on after it", () => {
    const { page } = findWords(pdf, "The plate");
    const words = plain(pageText(page));
    expect(words).toContain("A note on the plate.");
    expect(words).not.toContain("the tide");
    expect(findWords(pdf, "Before the plate.").page.index).toBe(page.index - 1);
    expect(findWords(pdf, "After the plate.").page.index).toBe(page.index + 1);
  });
});

describe("resolution", () => {
  const coarse = () => book.diagnostics.filter(({ code }) => code === "low-resolution");

  test("under 300 dpi at the printed size is told once, with its place, the resolution and the size", () => {
    expect(coarse()).toHaveLength(1);
    const line = TEXT.split("\n").findIndex((each) => each.startsWith("![Coarse]")) + 1;
    expect(coarse()[0]!.location).toEqual({ file: "content/a.md", line, column: 1 });
    expect(coarse()[0]!.message).toMatch(/`content\/coarse\.png` is printed at (?:149|150) dpi, 30 × 17 mm/);
    expect(coarse()[0]!.hint).toContain("355 × 201 pixels");
  });

  test("is told again when the edition comes from the cache", async () => {
    const folder = await folders.make({
      "publication.yaml":
        "title: T\nlanguage: en\ndate: 2026\nbodymatter: [{ file: b.md }]\neditions: { print: { format: pdf, trim: a6 } }\n",
      "content/b.md": "# T\n\n![Coarse](coarse.png){width=30mm}\n",
      "content/coarse.png": files["content/coarse.png"]!,
    });
    const cache = await folders.make();
    await shareBrowser(cache);
    vi.stubEnv("COLOPHON_CACHE", cache);
    try {
      const codes = async () => {
        const { diagnostics } = await build({ publications: [folder], out: await folders.make(), jobs: 1 });
        return diagnostics.flatMap((each) => each.diagnostics.map(({ code }) => code));
      };
      expect([await codes(), await codes()]).toEqual([["low-resolution"], ["low-resolution"]]);
    } finally {
      vi.unstubAllEnvs();
    }
  });
});

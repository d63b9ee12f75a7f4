/** An edition with a bleed: what reaches the edge of a page goes on beyond it, and all else stays where it was. */
import { PDFDocument } from "@cantoo/pdf-lib";
import { beforeAll, describe, expect, test } from "vitest";
import { type Painted, type PaintedBox, paintedOn } from "../../support/painted.js";
import type { Pdf } from "../../support/pdf.js";
import { findWords, publishSmall, type SmallEditions } from "../../support/small-book.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const DOT = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC",
  "base64",
);
/** 3 mm. */
const BLEED = 8.504;

const folders = temporaryFolders();
let book: SmallEditions;
let printed: PDFDocument;
const pdfs: Record<string, Pdf> = {};

beforeAll(async () => {
  book = await publishSmall(folders, {
    description: `theme: magazine
bodymatter: [{ file: a.md }, { file: b.md }]
editions:
  press: { format: pdf, trim: a6, bleed: 3mm }
  plain: { format: pdf, trim: a6 }`,
    files: {
      "styles/print.css": `@page plate { margin: 0; @bottom-left { content: none } @bottom-center { content: none } }
.plate { page: plate }
.plate img {
  position: absolute;
  top: calc(-1 * var(--bleed, 0pt));
  left: calc(-1 * var(--bleed, 0pt));
  width: calc(var(--trim-width) + 2 * var(--bleed, 0pt));
  height: calc(var(--trim-height) + 2 * var(--bleed, 0pt));
  max-width: none;
  max-height: none;
  object-fit: cover;
}
.plate figcaption { position: relative }
@page ground { background: #fe8 }
.ground { page: ground }
@page map { size: a5 landscape; background: #8ef }
.map { page: map }
`,
      "content/a.md": `# First

Some words. See [the map](#sec-map).

::: plate
![A plate](dot.png)
:::

::: ground
Words on a ground.
:::

::: map
## The map {#sec-map}

A wide page.
:::
`,
      "content/b.md": "# Second\n\nMore words.\n",
      "content/dot.png": DOT,
    },
  });
  for (const edition of ["press", "plain"]) pdfs[edition] = await book.pdf(edition);
  printed = await PDFDocument.load(await book.bytesOf("press"));
});

const numbers = ({ x, y, width, height }: Record<"x" | "y" | "width" | "height", number>): PaintedBox => [
  x,
  y,
  x + width,
  y + height,
];

describe("the boxes", () => {
  test("are the page, and the bleed around it", () => {
    for (const page of printed.getPages()) {
      const [media, crop, bleed, trim] = [
        page.getMediaBox(),
        page.getCropBox(),
        page.getBleedBox(),
        page.getTrimBox(),
      ].map(numbers);
      expect([media, crop]).toEqual([bleed, bleed]);
      // A named page of another size is printed in whole pixels.
      for (const [index, side] of trim!.entries()) {
        expect(Math.abs(side - bleed![index]!)).toBeCloseTo(BLEED, 0);
      }
    }
  });

  test("have the size of the edition", () => {
    const { width, height } = printed.getPage(0).getTrimBox();
    expect([width, height]).toEqual([expect.closeTo(297.638, 2), expect.closeTo(419.528, 2)]);
  });
});

test.each([
  ["a picture", 1, "picture"],
  ["the ground of a page", 2, "fill"],
  ["the ground of a page of another size", 3, "fill"],
] as const)("%s reaches the edge of the bleed", async (_, index, what) => {
  const [left, bottom, right, top] = numbers(printed.getPage(index).getBleedBox());
  const boxes = (await paintedOn(await book.bytesOf("press"), index)).filter((each) => each.what === what);
  const reach = ({ box }: Painted): number =>
    Math.max(box[0] - left!, box[1] - bottom!, right! - box[2], top! - box[3]);
  // Half a pixel is nothing to a printer.
  expect(Math.min(...boxes.map(reach))).toBeLessThan(0.4);
});

test.each(["First", "Some words", "Words on a ground", "A wide page", "Second"])(
  "words and folios stand where they do without a bleed: %s",
  (words) => {
    const [press, plain] = [findWords(pdfs.press!, words), findWords(pdfs.plain!, words)];
    expect(press.page.index).toBe(plain.page.index);
    const folio = (page: typeof press.page) => page.texts.filter(({ tagged }) => !tagged);
    const [first, second] = [folio(press.page), folio(plain.page)];
    expect(first.length).toBe(second.length);
    for (const [one, other] of [
      [press, plain] as const,
      ...first.map((each, at) => [each, second[at]!] as const),
    ]) {
      // The browser sets text on whole pixels.
      expect(Math.abs(one.baseline - other.baseline - BLEED)).toBeLessThan(0.8);
      expect(Math.abs(one.right - other.right - BLEED)).toBeLessThan(0.8);
    }
  },
);

test("links lead to the same places", () => {
  const placeIn = (pdf: Pdf) => pdf.pages[0]!.links[0]!.place!;
  const [press, plain] = [placeIn(pdfs.press!), placeIn(pdfs.plain!)];
  expect(press.page).toBe(plain.page);
  expect(Math.abs(press.top - plain.top - BLEED)).toBeLessThan(0.8);
});

test("nothing is to be said of it", () => {
  expect(book.diagnostics.filter(({ code }) => code !== "low-resolution")).toEqual([]);
});

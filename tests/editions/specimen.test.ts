/** The gallery's specimen, every kind of content in every theme: nothing is to be said of it, and pictures go to the edges. */
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { BOOK_THEMES } from "../../src/load/editions/themes.js";
import { PACKAGE_ROOT } from "../../src/runtime/package-root.js";
import { paintedOn } from "../support/painted.js";
import { type Pdf, readPdf } from "../support/pdf.js";
import { type Published, publish } from "../support/publish.js";
import { findWords } from "../support/small-book.js";
import { temporaryFolders } from "../support/temporary-folders.js";

const folders = temporaryFolders();
let specimen: Published;
const pdfs = new Map<string, Pdf>();

beforeAll(async () => {
  const out = await folders.make();
  specimen = await publish(join(PACKAGE_ROOT, "assets/specimen"), { out });
  for (const theme of BOOK_THEMES) pdfs.set(theme, await readPdf(await specimen.bytesOf(theme)));
});

test("nothing is to be said of it, in print or as an ebook", () => {
  expect(specimen.diagnostics).toEqual([]);
});

describe.each(BOOK_THEMES)("the theme %s", (theme) => {
  test("is planned, but for the chapter whose pictures go to the edges", () => {
    expect(specimen.unplannedIn(theme)).toEqual(["The Loaf: a picture goes to the edges of its page"]);
  });

  test("begins a chapter below the picture that opens it", () => {
    const { page } = findWords(pdfs.get(theme)!, "Flour from Orrin is grey");
    const words = page.texts.filter(({ tagged }) => tagged);
    for (const { baseline } of words) expect(baseline).toBeGreaterThan(page.height * 0.48);
  });

  test("shows the words of a caption in one line over a narrow table", () => {
    const caption = findWords(pdfs.get(theme)!, "Three summers at Orrin, before and after");
    expect(caption.text).toContain("lowered");
  });
});

test("in the report, the title stands on the ground of a cover", async () => {
  const { page } = findWords(pdfs.get("report")!, "The Mill at Orrin");
  const grounds = (await paintedOn(await specimen.bytesOf("report"), page.index)).filter(({ box }) => {
    const [left, bottom, right, top] = box;
    return left < 1 && bottom < 1 && right > page.width - 1 && top > page.height - 1;
  });
  expect(page.index).toBe(0);
  expect(grounds.map(({ what }) => what)).toContain("fill");
});

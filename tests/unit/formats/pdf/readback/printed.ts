/** Small printed pages for tests: 200 points wide and 100 high, with fonts whose codes are ASCII. */
import { readPrintedPdf } from "../../../../../src/formats/pdf/assemble/reader/printed-pdf.js";
import type { PrintedPage } from "../../../../../src/formats/pdf/readback/glyph.js";
import { readPages } from "../../../../../src/formats/pdf/readback/read-pages.js";
import { type Objects, pdfFile, stream } from "../assemble/reader/pdf.js";

const CMAP =
  "1 beginbfrange\n<20> <7E> <0020>\nendbfrange\n2 beginbfchar\n<01> <00660069>\n<02> <300D>\nendbfchar";
/** Every letter is half as wide as high. */
const FONT =
  "<</Type /Font /Subtype /Type3 /FontMatrix [.001 0 0 .001 0 0] /FirstChar 0 /Widths 5 0 R /ToUnicode 6 0 R>>";
const STATES = "/GS <</ca .5>> /NONE <</ca 0>> /MULTIPLY <</BM /Multiply>>";

/**
 * Pages with some content each, 200 by 100 points with their bleed, and further objects from 20 on that `/X20` and so on call.
 */
export function printedPages(
  contents: readonly string[],
  objects: Objects = [],
  bleed?: number,
): PrintedPage[] {
  const externals = objects.map(([number]) => `/X${number} ${number} 0 R`).join(" ");
  const resources = `<</Font <</F 4 0 R>> /ExtGState <<${STATES}>> /XObject <<${externals}>>>>`;
  const pages = contents.flatMap((content, index): [number, string][] => [
    [100 + 2 * index, `<</Type /Page /Parent 2 0 R /Contents ${101 + 2 * index} 0 R>>`],
    [101 + 2 * index, stream(content)],
  ]);
  const kids = contents.map((_, index) => `${100 + 2 * index} 0 R`).join(" ");
  const file = pdfFile([
    [1, "<</Type /Catalog /Pages 2 0 R>>"],
    [2, `<</Type /Pages /Kids [${kids}] /MediaBox [0 0 200 100] /Resources ${resources}>>`],
    [4, FONT],
    [5, `[${"500 ".repeat(127)}]`],
    [6, stream(CMAP)],
    ...objects,
    ...pages,
  ]);
  return [...readPages(readPrintedPdf(file), bleed)];
}

/** A line of text of the document, 10 points high. */
export function line(text: string, x = 10, y = 50): string {
  return `/P <</MCID 0>> BDC BT /F 10 Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET EMC`;
}

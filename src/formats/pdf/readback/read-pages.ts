/**
 * Reads back what the browser has printed: the letters of each page, where they are, and whether they
 * can be seen.
 */
import { inheritedEntry, pageDicts } from "../assemble/reader/pages.js";
import type { PrintedPdf } from "../assemble/reader/printed-pdf.js";
import { isArray, isStream, type PdfDict } from "../assemble/reader/values.js";
import { initialState } from "./content/graphics-state.js";
import { openInterpreter } from "./content/interpreter.js";
import { type Fonts, openResources } from "./content/resources.js";
import { openSheet } from "./content/sheet.js";
import { type Box, IDENTITY } from "./geometry.js";
import type { PrintedPage } from "./glyph.js";
import { streamText } from "./stream-text.js";

/**
 * The pages of a file in their order, each read when it is asked for.
 *
 * @param bleed how far the sheets reach beyond the pages, in points. What stands there is cut off.
 */
export function* readPages(pdf: PrintedPdf, bleed = 0): Generator<PrintedPage> {
  const fonts: Fonts = new Map();
  const paint = openInterpreter(pdf, fonts);
  for (const page of pageDicts(pdf)) {
    const paper = paperOf(pdf, page, bleed);
    const sheet = openSheet(paper);
    const dict = pdf.dict(inheritedEntry(pdf, page, "/Resources")) ?? new Map();
    const resources = openResources(pdf, dict, fonts);
    paint(contentOf(pdf, page), { resources, state: initialState(paper, IDENTITY), sheet });
    yield { paper, glyphs: sheet.glyphs };
  }
}

/** All streams of a page are one content (7.8.2). */
function contentOf(pdf: PrintedPdf, page: PdfDict): string {
  const contents = pdf.resolve(page.get("/Contents"));
  const streams = isArray(contents) ? contents.map((each) => pdf.resolve(each)) : [contents];
  return streams.map((stream) => (isStream(stream) ? streamText(pdf, stream) : "")).join("\n");
}

function paperOf(pdf: PrintedPdf, page: PdfDict, bleed: number): Box {
  const box = pdf.array(inheritedEntry(pdf, page, "/MediaBox")) ?? [];
  const [a, b, c, d] = [0, 1, 2, 3].map((index) => pdf.number(box[index]));
  return {
    left: Math.min(a!, c!) + bleed,
    bottom: Math.min(b!, d!) + bleed,
    right: Math.max(a!, c!) - bleed,
    top: Math.max(b!, d!) - bleed,
  };
}

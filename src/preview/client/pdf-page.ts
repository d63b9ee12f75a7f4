/** One printed page: its picture, its words over it, its links, and marks on the blocks that are pointed at. */
import { type PDFPageProxy, TextLayer } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PrintedBlock } from "../../model/source-map.js";
import { make } from "./dom.js";
import type { PdfRevision } from "./pdf-document.js";

/** More than this is not seen, and takes memory. */
const MOST_PIXELS = 16_000_000;

/** What a page shows; drawn aside, then put in at once, so that nothing flickers. */
export interface DrawnPage {
  readonly revision: string;
  readonly scale: number;
  readonly layers: readonly HTMLElement[];
}

interface LinkAnnotation {
  readonly subtype: string;
  readonly rect: readonly [number, number, number, number];
  readonly url?: string;
  readonly dest?: string | readonly unknown[];
}

/**
 * @param scale CSS pixels for a point.
 * @param follow goes to a place in the document.
 */
export async function drawPage(
  { id, file }: PdfRevision,
  index: number,
  scale: number,
  follow: (destination: string | readonly unknown[]) => void,
): Promise<DrawnPage> {
  const page = await file.getPage(index + 1);
  const canvas = make("canvas", { "aria-hidden": "true" });
  const words = make("div", { class: "textLayer" });
  const [, links] = await Promise.all([
    paint(page, canvas, scale),
    linksOf(page, follow),
    new TextLayer({
      textContentSource: page.streamTextContent({ includeMarkedContent: true }),
      container: words,
      viewport: page.getViewport({ scale: 1 }),
    }).render(),
  ]);
  return { revision: id, scale, layers: [canvas, words, ...links] };
}

async function paint(page: PDFPageProxy, canvas: HTMLCanvasElement, scale: number): Promise<void> {
  const { width, height } = page.getViewport({ scale: 1 });
  const wanted = scale * (window.devicePixelRatio || 1);
  const viewport = page.getViewport({ scale: Math.min(wanted, Math.sqrt(MOST_PIXELS / (width * height))) });
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  await page.render({ canvas, viewport }).promise;
}

async function linksOf(
  page: PDFPageProxy,
  follow: (destination: string | readonly unknown[]) => void,
): Promise<HTMLElement[]> {
  const annotations = (await page.getAnnotations()) as LinkAnnotation[];
  const { width, height } = page.getViewport({ scale: 1 });
  return annotations.flatMap(({ subtype, rect, url, dest }) => {
    if (subtype !== "Link" || (url === undefined && !dest)) return [];
    const link = make("a", {
      class: "link",
      "aria-label": url ?? `Go to ${typeof dest === "string" ? dest : "the place"}`,
      ...(url === undefined ? { href: "#" } : { href: url, target: "_blank", rel: "noopener noreferrer" }),
    });
    const [left, bottom, right, top] = rect;
    place(link, { x: left, y: height - top, width: right - left, height: top - bottom }, width, height);
    if (url === undefined && dest) {
      link.addEventListener("click", (event) => {
        event.preventDefault();
        follow(dest);
      });
    }
    return [link];
  });
}

/** Marks on all parts of a block that are on the page. */
export function marksOf(
  blocks: readonly PrintedBlock[],
  source: string | undefined,
  index: number,
  { width, height }: Pick<PdfRevision, "width" | "height">,
): HTMLElement {
  const marks = make("div", { class: "marks", "aria-hidden": "true" });
  for (const block of blocks) {
    if (block.source !== source || block.page !== index) continue;
    const mark = make("div", { class: "mark" });
    place(mark, block, width, height);
    marks.append(mark);
  }
  return marks;
}

/** In parts of the page, so that it stays there at every zoom. */
function place(
  element: HTMLElement,
  box: Pick<PrintedBlock, "x" | "y" | "width" | "height">,
  width: number,
  height: number,
): void {
  element.style.left = `${(box.x / width) * 100}%`;
  element.style.top = `${(box.y / height) * 100}%`;
  element.style.width = `${(box.width / width) * 100}%`;
  element.style.height = `${(box.height / height) * 100}%`;
}

/**
 * Reads finished PDF files as a reader's program does.
 *
 * Lengths are points; places are measured from the top left corner of the page.
 */
import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { actualTexts } from "./actual-text.js";
import { type PdfText, readTexts } from "./pdf-text.js";

export interface Pdf {
  readonly pages: readonly PdfPage[];
  readonly outline: readonly OutlineItem[];
  /** The document information dictionary: ISO 32000-1, 14.3.3. */
  readonly information: Readonly<Record<string, unknown>>;
  /** The XMP packet. */
  readonly xmp: string;
  /** True when the file says that it is tagged. */
  readonly marked: boolean;
  /** Named destinations. */
  readonly destinations: ReadonlyMap<string, Place>;
}

export interface PdfPage {
  /** From 0. */
  readonly index: number;
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PdfText[];
  readonly links: readonly PdfLink[];
  readonly structure: StructureNode;
}

export interface Place {
  /** Index of the page. */
  readonly page: number;
  readonly top: number;
}

export interface PdfLink {
  /** Address on the web. */
  readonly url?: string;
  /** Place in the file; undefined too when the file does not have the place that is named. */
  readonly place?: Place;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface OutlineItem {
  readonly title: string;
  readonly place: Place | undefined;
  readonly children: readonly OutlineItem[];
}

export interface StructureNode {
  readonly role?: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly children?: readonly StructureNode[];
}

export async function readPdf(bytes: Uint8Array): Promise<Pdf> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 });
  const file = await task.promise;
  const labels = (await file.getPageLabels()) ?? [];
  const actual = await actualTexts(bytes);
  const pages: PdfPage[] = [];
  for (let index = 0; index < file.numPages; index += 1) {
    pages.push(await readPage(file, index, labels[index] ?? "", actual[index] ?? []));
  }
  const { info, metadata } = await file.getMetadata();
  const named = Object.entries(await file.getDestinations());
  const destinations = await Promise.all(
    named.map(async ([name, target]) => [name, await placeOf(file, target)] as const),
  );
  const pdf: Pdf = {
    pages,
    outline: await readOutline(file, (await file.getOutline()) ?? []),
    information: info as Record<string, unknown>,
    xmp: String(metadata?.getRaw() ?? ""),
    marked: (await file.getMarkInfo())?.Marked ?? false,
    destinations: new Map(destinations.flatMap(([name, place]) => (place ? [[name, place]] : []))),
  };
  await task.destroy();
  return pdf;
}

async function readPage(
  file: PDFDocumentProxy,
  index: number,
  label: string,
  actual: readonly (string | undefined)[],
): Promise<PdfPage> {
  const page = await file.getPage(index + 1);
  const [left, bottom, right, top] = page.view as [number, number, number, number];
  return {
    index,
    label,
    width: right - left,
    height: top - bottom,
    texts: await readTexts(page, top, actual),
    links: await readLinks(file, page, top),
    structure: ((await page.getStructTree()) ?? {}) as StructureNode,
  };
}

async function readLinks(file: PDFDocumentProxy, page: PDFPageProxy, height: number): Promise<PdfLink[]> {
  const annotations = await page.getAnnotations();
  const links = annotations.filter(({ subtype }) => subtype === "Link");
  return Promise.all(
    links.map(async ({ rect, url, dest }) => {
      const place = await placeOf(file, dest);
      return {
        ...(typeof url === "string" ? { url } : {}),
        ...(place ? { place } : {}),
        left: rect[0],
        top: height - rect[3],
        right: rect[2],
        bottom: height - rect[1],
      };
    }),
  );
}

type OutlineNodes = Awaited<ReturnType<PDFDocumentProxy["getOutline"]>>;

async function readOutline(file: PDFDocumentProxy, nodes: OutlineNodes): Promise<OutlineItem[]> {
  return Promise.all(
    nodes.map(async ({ title, dest, items }) => ({
      title,
      place: await placeOf(file, dest),
      children: await readOutline(file, items),
    })),
  );
}

/** Where a destination, named or explicit (`/XYZ left top zoom`), leads. */
async function placeOf(file: PDFDocumentProxy, target: unknown): Promise<Place | undefined> {
  const explicit = typeof target === "string" ? await file.getDestination(target) : target;
  if (!Array.isArray(explicit)) return undefined;
  const page = await file.getPageIndex(explicit[0]);
  const { view } = await file.getPage(page + 1);
  return { page, top: typeof explicit[3] === "number" ? view[3]! - explicit[3] : 0 };
}

/** Every node of the structure tree below a page, in reading order. */
export function structureNodes(page: PdfPage): StructureNode[] {
  const walk = (node: StructureNode): StructureNode[] => [node, ...(node.children ?? []).flatMap(walk)];
  return walk(page.structure);
}

/** One revision of a PDF edition, opened by pdf.js, with the places of its blocks. */
import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentProxy,
  PDFWorker,
} from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PrintedBlock } from "../../model/source-map.js";
import { fetchPart } from "./server.js";

export interface PdfRevision {
  readonly id: string;
  readonly file: PDFDocumentProxy;
  /** Folios as printed, by page. */
  readonly labels: readonly string[];
  readonly blocks: readonly PrintedBlock[];
  /** Of the first page, in points; the editions of Colophon have one size. */
  readonly width: number;
  readonly height: number;
}

GlobalWorkerOptions.workerSrc = "/pdf-worker.js";

let worker: PDFWorker | undefined;

export async function fetchPdf(edition: string, revision: string): Promise<PdfRevision> {
  // One worker for all revisions: its code is a megabyte.
  worker ??= new PDFWorker();
  const [bytes, blocks] = await Promise.all([
    fetchPart(edition, revision, "document.pdf").then((answer) => answer.arrayBuffer()),
    fetchPart(edition, revision, "sources.json").then((answer) => answer.json() as Promise<PrintedBlock[]>),
  ]);
  const file = await getDocument({ data: bytes, worker, useWasm: false }).promise;
  const [first, labels] = await Promise.all([file.getPage(1), file.getPageLabels()]);
  const { width, height } = first.getViewport({ scale: 1 });
  return { id: revision, file, labels: labels ?? numbers(file.numPages), blocks, width, height };
}

function numbers(count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(index + 1));
}

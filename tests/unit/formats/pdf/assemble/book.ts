/** Small books of printed fixtures, and what the tests read from an assembled file. */
import { readFileSync } from "node:fs";
import { PDFArray, PDFDict, PDFName, type PDFObject } from "@cantoo/pdf-lib";
import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { AssemblyInput, PrintedRun } from "../../../../../src/formats/pdf/assemble/assembly.js";
import { prepareRun } from "../../../../../src/formats/pdf/assemble/prepare-run.js";
import type { PreparedRun } from "../../../../../src/formats/pdf/assemble/prepared-run.js";
import { readPrintedPdf } from "../../../../../src/formats/pdf/assemble/reader/printed-pdf.js";
import type { FolioSlot } from "../../../../../src/model/print.js";

const SANS = new URL(
  "../../../../../node_modules/pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf",
  import.meta.url,
);

/** Height of the fixtures' pages: Chromium rounds 400 pt up to whole device pixels. */
export const SHEET_HEIGHT = 400.08;

export const folioFonts: ReadonlyMap<string, Uint8Array> = new Map([
  ["sans", new Uint8Array(readFileSync(SANS))],
]);

type Fixture = "front" | "blank" | "body";

/** What Chromium printed, as it came. */
export function fixture(name: Fixture): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(new URL(`fixtures/${name}.pdf`, import.meta.url)));
}

const PREPARED: Readonly<Record<Fixture, PreparedRun>> = {
  front: prepareRun(readPrintedPdf(fixture("front"))),
  blank: prepareRun(readPrintedPdf(fixture("blank"))),
  body: prepareRun(readPrintedPdf(fixture("body"))),
};

export function printed(name: Fixture, rest: Partial<PrintedRun> = {}): PrintedRun {
  return { prepared: PREPARED[name], slots: [], anchors: [], ...rest };
}

/** Front matter of two pages, a blank page, a body of two pages; anchors on every heading. */
export function book(changes: Partial<AssemblyInput> = {}): AssemblyInput {
  return {
    runs: [
      printed("front", {
        anchors: [
          { id: "preface", page: 0, x: 40, y: 45 },
          { id: "thanks", page: 1, x: 40, y: 45 },
        ],
      }),
      printed("blank"),
      printed("body", {
        anchors: [
          { id: "chapter-1", page: 0, x: 40, y: 45 },
          { id: "épilogue (1)", page: 1, x: 40, y: 45 },
        ],
      }),
    ],
    labels: [
      { start: 0, style: "roman", first: 1 },
      { start: 3, style: "decimal", first: 1 },
    ],
    outline: [],
    information: {
      title: "Son & image — été",
      authors: ["Ada Lovelace", "Émilie du Châtelet"],
      subject: "How a book is made",
      keywords: ["books", "typography"],
      language: "en",
      creator: "Colophon 0.1.0",
      date: "2026-11-22",
      identifier: "urn:isbn:9780000000002",
    },
    fonts: folioFonts,
    ...changes,
  };
}

export function slot(changes: Partial<FolioSlot> = {}): FolioSlot {
  return {
    page: 0,
    x: 150,
    baseline: 380,
    align: "center",
    size: 9,
    color: [0, 0, 0],
    font: "sans",
    text: "iv",
    ...changes,
  };
}

export async function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
}

/** Text of a page, page numbers counted from 1. */
export async function textOf(pdf: PDFDocumentProxy, page: number): Promise<string> {
  const { items } = await (await pdf.getPage(page)).getTextContent();
  return items.map((item) => ("str" in item ? item.str : "")).join("");
}

/** Index of the page that a destination, named or explicit, leads to. */
export async function pageOf(pdf: PDFDocumentProxy, destination: unknown): Promise<number> {
  const place =
    typeof destination === "string" ? await pdf.getDestination(destination) : (destination as unknown[]);
  if (!place) throw new Error(`There is no destination ${destination}`);
  return pdf.getPageIndex(place[0] as Parameters<PDFDocumentProxy["getPageIndex"]>[0]);
}

/** Keys and values of a name tree or number tree of an assembled file, in its order. */
export function treeEntries(node: PDFDict, leaves: "Names" | "Nums"): [PDFObject, PDFObject][] {
  const own = node.lookupMaybe(PDFName.of(leaves), PDFArray)?.asArray() ?? [];
  const kids = node.lookupMaybe(PDFName.of("Kids"), PDFArray)?.asArray() ?? [];
  return [
    ...own.flatMap((key, index): [PDFObject, PDFObject][] =>
      index % 2 === 0 ? [[key, own[index + 1]!]] : [],
    ),
    ...kids.flatMap((kid) => treeEntries(node.context.lookup(kid, PDFDict), leaves)),
  ];
}

/** Opens a PDF of any origin: what can be read of it, or why nothing can. */
import { type PDFContext, PDFDict, PDFDocument, type PDFObject } from "@cantoo/pdf-lib";
import type { Finding } from "../../../diagnostics/finding.js";
import { dictOf } from "./access.js";
import { EDGE, latin1 } from "./is-pdf.js";
import { measureObjectStreams } from "./object-streams.js";
import { type PdfPage, pagesOf } from "./page-tree.js";
import { openWork, TooMuchWork, type Work } from "./work-limit.js";

export type { PdfPage } from "./page-tree.js";

export interface OpenPdf {
  readonly context: PDFContext;
  readonly catalog: PDFDict;
  readonly info: PDFDict | undefined;
  readonly pages: readonly PdfPage[];
  /** What may be done with it. */
  readonly work: Work;
}

export type Opened =
  | { readonly pdf: OpenPdf; readonly fault?: never }
  | { readonly pdf?: never; readonly fault: Finding };

const EXPORT_AGAIN = "Export the file again, or repair it: qpdf damaged.pdf repaired.pdf";

/** @returns the file, or one finding that says why it cannot be checked. */
export async function openForeignPdf(bytes: Uint8Array): Promise<Opened> {
  const reason = outerFault(bytes);
  if (reason !== undefined) return damaged(reason);
  try {
    measureObjectStreams(bytes);
    const file = await PDFDocument.load(bytes, {
      updateMetadata: false,
      ignoreEncryption: true,
      throwOnInvalidObject: true,
    });
    if (file.isEncrypted) return encrypted();
    const root = dictOf(file.catalog, "Pages");
    const pages = root === undefined ? [] : pagesOf(root);
    if (pages.length === 0) return damaged("It has no pages");
    const { context, catalog } = file;
    return {
      pdf: { context, catalog, info: dictionary(context, context.trailerInfo.Info), pages, work: openWork() },
    };
  } catch (error) {
    if (error instanceof TooMuchWork) return { fault: tooComplex(error) };
    // Whatever a broken file makes the reader stumble over, it is the file that is broken.
    return damaged(error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error));
  }
}

/** What the reader would silently repair: the end of the file and where it says its table is (7.5.5). */
function outerFault(bytes: Uint8Array): string | undefined {
  const start = latin1(bytes.subarray(0, EDGE)).indexOf("%PDF-");
  const end = latin1(bytes.subarray(-EDGE));
  if (!end.includes("%%EOF")) return "Its end is missing";
  // A file that was changed without being written anew has several: the last one counts (7.5.6).
  const offset = [...end.matchAll(/startxref\s+(\d+)\s+%%EOF/g)].at(-1)?.[1];
  if (offset === undefined) return "It does not say where its cross-reference table is";
  const at = Number(offset);
  const there = [at, at + start].map((place) => latin1(bytes.subarray(place, place + 30)));
  if (there.some((text) => /^\s*(xref|\d+\s+\d+\s+obj)/.test(text))) return undefined;
  return "Its cross-reference table is not where the file says";
}

/** What is left of a check that asked for too much. */
export function tooComplex({ message }: TooMuchWork): Finding {
  const hint = "Export the file again: no program that makes books writes such a file";
  return { code: "too-complex", message: `The PDF is not checked to its end: ${message}`, hint };
}

function damaged(reason: string): Opened {
  const message = `The PDF is damaged: ${reason.replace(/\.$/, "")}`;
  return { fault: { code: "pdf-damaged", message, hint: EXPORT_AGAIN } };
}

function encrypted(): Opened {
  const message = "The PDF is encrypted, so it cannot be checked";
  const hint =
    "Remove the encryption: qpdf --decrypt locked.pdf open.pdf. Printers and shops ask for that too";
  return { fault: { code: "pdf-encrypted", message, hint } };
}

function dictionary(context: PDFContext, object: PDFObject | undefined): PDFDict | undefined {
  const found = context.lookup(object);
  return found instanceof PDFDict ? found : undefined;
}

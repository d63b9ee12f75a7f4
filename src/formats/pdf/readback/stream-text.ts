/** The data of a stream as text in Latin-1: ISO 32000-1, 7.4. */
import { inflateSync } from "node:zlib";
import type { PrintedPdf } from "../assemble/reader/printed-pdf.js";
import { isArray, type PdfStream } from "../assemble/reader/values.js";

/** Larger than what most pages hold: parts would have to be put together. */
const CHUNK = 128 * 1024;

/** @throws for data that is packed in another way than Skia packs it. */
export function streamText(pdf: PrintedPdf, { dict, data }: PdfStream): string {
  const entry = pdf.resolve(dict.get("/Filter"));
  const filter = isArray(entry) && entry.length === 1 ? pdf.resolve(entry[0]) : entry;
  if (filter === undefined) return Buffer.from(data).toString("latin1");
  if (filter === "/FlateDecode") return inflateSync(data, { chunkSize: CHUNK }).toString("latin1");
  throw new Error("The PDF that the browser printed has a stream that is packed in an unknown way.");
}

/**
 * Tells which objects of different runs are the same: the browser embeds fonts, images and
 * colour profiles anew in every run, and pages of a book may share them.
 */
import { createHash } from "node:crypto";
import type { PrintedPdf } from "./reader/printed-pdf.js";
import {
  isArray,
  isDict,
  isReference,
  NULL,
  type PdfDict,
  type PdfObject,
  type PdfStream,
  type Reference,
} from "./reader/values.js";

/**
 * Hashes of the objects in the resources and contents of pages: two fonts are equal when all
 * that they refer to is. An object with a place of its own in the structure tree has none.
 *
 * @param numbers the objects that are taken over, with their numbers in the run.
 */
export function digestsOf(
  pdf: PrintedPdf,
  pages: readonly PdfDict[],
  numbers: ReadonlyMap<Reference, number>,
): [number, string][] {
  const digests = new Map<Reference, string | undefined>();
  for (const page of pages) {
    for (const key of ["/Resources", "/Contents"]) contentOf(page.get(key));
  }
  return [...digests].flatMap(([reference, digest]) => {
    const number = numbers.get(reference);
    return digest === undefined || number === undefined ? [] : [[number, digest] as [number, string]];
  });

  /** Equal for equal objects; nothing for what must stay apart. */
  function contentOf(object: PdfObject = NULL): string | undefined {
    if (typeof object === "string") return object;
    if (isReference(object)) return digestOf(object);
    if (isArray(object)) return united("[", object.map(contentOf));
    return isDict(object) ? dictContent(object) : streamContent(object);
  }

  function dictContent(dict: PdfDict): string | undefined {
    const values = [...dict].map(([key, value]) => {
      const content = contentOf(value);
      return content === undefined ? undefined : `${key} ${content}`;
    });
    return dict.has("/StructParent") || dict.has("/StructParents") ? undefined : united("<<", values);
  }

  function streamContent({ dict, data }: PdfStream): string | undefined {
    const content = dictContent(dict);
    return content && content + createHash("sha256").update(data).digest("base64");
  }

  function digestOf(reference: Reference): string | undefined {
    if (digests.has(reference)) return digests.get(reference);
    // What leads to itself stays apart.
    digests.set(reference, undefined);
    const content = contentOf(pdf.resolve(reference));
    const digest = content && createHash("sha256").update(content).digest("base64");
    digests.set(reference, digest);
    return digest;
  }
}

function united(opening: string, parts: readonly (string | undefined)[]): string | undefined {
  return parts.includes(undefined) ? undefined : `${opening}${parts.join(" ")}`;
}

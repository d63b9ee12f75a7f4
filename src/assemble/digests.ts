/**
 * Tells which objects of different runs are the same: the browser embeds fonts, images and
 * colour profiles anew in every run, and pages of a book may share them.
 */
import { createHash } from "node:crypto";
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from "@cantoo/pdf-lib";

const RESOURCES = PDFName.of("Resources");
const CONTENTS = PDFName.of("Contents");
const STRUCT_PARENT = PDFName.of("StructParent");
const STRUCT_PARENTS = PDFName.of("StructParents");

/**
 * Hashes of the objects in the resources and contents of pages: two fonts are equal when all
 * that they refer to is. An object with a place of its own in the structure tree has none.
 *
 * @param numbers the objects that are taken over, with their numbers in the run.
 */
export function digestsOf(
  source: PDFContext,
  pages: readonly PDFRef[],
  numbers: ReadonlyMap<PDFRef, number>,
): [number, string][] {
  const digests = new Map<PDFRef, string | undefined>();
  for (const page of pages) {
    const leaf = source.lookup(page, PDFDict);
    for (const key of [RESOURCES, CONTENTS]) contentOf(leaf.get(key));
  }
  return [...digests].flatMap(([ref, digest]) => {
    const number = numbers.get(ref);
    return digest === undefined || number === undefined ? [] : [[number, digest] as [number, string]];
  });

  /** Equal for equal objects; nothing for what must stay apart. */
  function contentOf(object: PDFObject | undefined): string | undefined {
    if (object instanceof PDFRef) return digestOf(object);
    if (object instanceof PDFStream) return streamContent(object);
    if (object instanceof PDFDict) return dictContent(object);
    if (object instanceof PDFArray) return united("[", object.asArray().map(contentOf));
    return String(object);
  }

  function dictContent(dict: PDFDict): string | undefined {
    const values = dict.entries().map(([key, value]) => {
      const content = contentOf(value);
      return content === undefined ? undefined : `${key} ${content}`;
    });
    return dict.has(STRUCT_PARENT) || dict.has(STRUCT_PARENTS) ? undefined : united("<<", values);
  }

  function streamContent(stream: PDFStream): string | undefined {
    const dict = dictContent(stream.dict);
    if (dict === undefined || !(stream instanceof PDFRawStream)) return undefined;
    return dict + createHash("sha256").update(stream.contents).digest("base64");
  }

  function digestOf(ref: PDFRef): string | undefined {
    if (digests.has(ref)) return digests.get(ref);
    // What leads to itself stays apart.
    digests.set(ref, undefined);
    const content = contentOf(source.lookup(ref));
    const digest = content && createHash("sha256").update(content).digest("base64");
    digests.set(ref, digest);
    return digest;
  }
}

function united(opening: string, parts: readonly (string | undefined)[]): string | undefined {
  return parts.includes(undefined) ? undefined : `${opening}${parts.join(" ")}`;
}

/**
 * Lets pages share what is the same: the browser embeds fonts, images and colour profiles
 * anew in every run.
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
 * Replaces equal indirect objects in the resources and contents of pages by the first of
 * them, from the leaves up: two fonts are equal when all that they refer to is. An object
 * with a place of its own in the structure tree is never shared.
 */
export function shareResources(context: PDFContext, pages: readonly PDFDict[]): void {
  const canonical = new Map<PDFRef, PDFRef>();
  const byContent = new Map<string, PDFRef>();

  for (const page of pages) {
    for (const key of [RESOURCES, CONTENTS]) {
      const value = page.get(key);
      if (value !== undefined) page.set(key, shared(value));
    }
  }

  /** The value with every reference below it replaced; containers change in place. */
  function shared(value: PDFObject): PDFObject {
    if (value instanceof PDFRef) return first(value);
    if (value instanceof PDFStream) shared(value.dict);
    if (value instanceof PDFDict) for (const [key, item] of value.entries()) value.set(key, shared(item));
    if (value instanceof PDFArray) {
      for (const [index, item] of value.asArray().entries()) value.set(index, shared(item));
    }
    return value;
  }

  function first(ref: PDFRef): PDFRef {
    const known = canonical.get(ref);
    if (known !== undefined) return known;
    canonical.set(ref, ref);
    const object = context.lookup(ref);
    if (object === undefined) return ref;
    shared(object);
    const content = fingerprint(object);
    if (content === undefined) return ref;
    const equal = byContent.get(content);
    if (equal === undefined) {
      byContent.set(content, ref);
      return ref;
    }
    canonical.set(ref, equal);
    context.delete(ref);
    return equal;
  }
}

/** Equal for equal objects; nothing for objects that must stay apart. */
function fingerprint(object: PDFObject): string | undefined {
  const dict = object instanceof PDFStream ? object.dict : object;
  if (dict instanceof PDFDict && (dict.has(STRUCT_PARENT) || dict.has(STRUCT_PARENTS))) return undefined;
  if (!(object instanceof PDFStream)) return String(object);
  if (!(object instanceof PDFRawStream)) return undefined;
  return `${object.dict}${createHash("sha256").update(object.contents).digest("base64")}`;
}

/** What the documents of an ebook are, as far as one can be checked without the others. */
import type { EbookFiles } from "../../../model/ebook.js";
import { type Document, isDocument, readDocument } from "./document.js";
import { digestOf, type SoundDocuments } from "./sound-documents.js";
import { isNavigation, standInFor } from "./stand-in.js";

/** A document of an ebook. */
export interface Examined {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  readonly digest: string;
  /** Undefined when there can be none, or when it is not well-formed. */
  readonly standIn: string | undefined;
  /** Whether the stand-in may be checked in its place. */
  readonly isReplaceable: boolean;
  /** Whether nothing was found the last time in just this document. */
  readonly isKnown: boolean;
  /** Its elements, which are not read before somebody asks; undefined when it is not well-formed. */
  read(): Document | undefined;
}

export function readDocuments(files: EbookFiles, known: SoundDocuments): Examined[] {
  return [...files].filter(([path]) => isDocument(path)).map((file) => examineDocument(file, known));
}

function examineDocument([path, content]: [string, Uint8Array], known: SoundDocuments): Examined {
  let document: Document | undefined;
  const read = () => {
    document ??= readDocument(path, Buffer.from(content).toString("utf8"));
    return document;
  };
  const digest = digestOf(content);
  const before = known.get(path);
  const about = { path, size: content.length, digest, read };
  if (before?.digest === digest) return { ...about, ...before, isKnown: true };
  const found = read();
  const standIn = found && standInFor(found);
  const isReplaceable = found !== undefined && standIn !== undefined && !isNavigation(found);
  return { ...about, standIn, isReplaceable, isKnown: false };
}

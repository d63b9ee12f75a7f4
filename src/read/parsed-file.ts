/** One file after parsing, as bytes too: to be kept from build to build, and to be given from thread to thread. */
import type { ElementContent, Root, RootContent } from "hast";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { ManuscriptNote } from "../model/manuscript.js";
import type { Statement } from "../model/provenance.js";
import { type CompactNode, compact, expand } from "./compact-tree.js";

export interface ParsedFile {
  readonly tree: Root;
  readonly notes: readonly (readonly [string, ManuscriptNote])[];
  /** What it says of how it was made. */
  readonly provenance?: Statement;
  /** What was found in it. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The file with compact lists in the place of the nodes in its tree and notes. */
interface EncodedFile extends Pick<ParsedFile, "diagnostics" | "provenance"> {
  readonly tree: Omit<Root, "children"> & { readonly children: readonly CompactNode[] };
  readonly notes: readonly (readonly [string, EncodedNote])[];
}

interface EncodedNote extends Pick<ManuscriptNote, "location"> {
  readonly children: readonly CompactNode[];
}

/** The bytes have memory of their own, which can be given away. */
export function encodeParsed({ tree, notes, diagnostics, provenance }: ParsedFile): Uint8Array<ArrayBuffer> {
  const encoded: EncodedFile = {
    tree: { ...tree, children: tree.children.map(compact) },
    notes: notes.map(([label, note]) => [label, { ...note, children: note.children.map(compact) }]),
    ...(provenance === undefined ? {} : { provenance }),
    diagnostics,
  };
  return new TextEncoder().encode(JSON.stringify(encoded));
}

export function decodeParsed(bytes: Uint8Array): ParsedFile {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
  const { tree, notes, diagnostics, provenance } = JSON.parse(text) as EncodedFile;
  return {
    tree: { ...tree, children: tree.children.map((node) => expand<RootContent>(node)) },
    notes: notes.map(([label, note]) => [
      label,
      { ...note, children: note.children.map((node) => expand<ElementContent>(node)) },
    ]),
    ...(provenance === undefined ? {} : { provenance }),
    diagnostics,
  };
}

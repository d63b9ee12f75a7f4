/** One file after parsing, as bytes too: to be kept from build to build, and to be given from thread to thread. */
import type { Root } from "hast";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { ManuscriptNote } from "../model/manuscript.js";

export interface ParsedFile {
  readonly tree: Root;
  readonly notes: readonly (readonly [string, ManuscriptNote])[];
  /** What was found in it. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The bytes have memory of their own, which can be given away. */
export function encodeParsed(file: ParsedFile): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(file));
}

export function decodeParsed(encoded: Uint8Array): ParsedFile {
  return JSON.parse(Buffer.from(encoded.buffer, encoded.byteOffset, encoded.length).toString("utf8"));
}

/** A finished file of an edition. */
export interface Artifact {
  readonly publication: string;
  readonly edition: string;
  readonly format: "pdf" | "epub";
  readonly bytes: Uint8Array;
  /** Lower-case hexadecimal SHA-256 of `bytes`. */
  readonly sha256: string;
  /** Pages of a PDF, content documents of an EPUB. */
  readonly extent: number;
}

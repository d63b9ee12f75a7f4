/** A file of an ebook, as the package document lists it. */

/** A file of the archive. */
export interface PackagedFile {
  /** From the root of the archive. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

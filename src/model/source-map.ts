/**
 * Where the blocks of the sources are in a finished edition.
 *
 * It leads from a place on a page to the line that it was written on, and back. Editions
 * carry it beside their bytes; it is made when somebody asks for it.
 */

export type SourceMap =
  | { readonly format: "pdf"; readonly blocks: readonly PrintedBlock[] }
  | { readonly format: "epub"; readonly blocks: readonly EbookBlock[] };

/** A block, or the part of it that is on one page. Points, from the top left corner of the page. */
export interface PrintedBlock {
  /** `file:line:column`. */
  readonly source: string;
  /** Index of the page in the book, from 0, blank pages included. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** How its text begins: that is how it is known again when its lines have moved. */
  readonly text: string;
}

/** A block of a content document. Documents carry no places: it is known by its words. */
export interface EbookBlock {
  /** `file:line:column`. */
  readonly source: string;
  /** File name of the document, next to the package document. */
  readonly href: string;
  /** How its text begins. */
  readonly text: string;
}

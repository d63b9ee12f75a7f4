/**
 * Where the pages of a print edition begin, so that an ebook can carry its page numbers.
 *
 * `print` writes it, the ebook's renderer reads it; neither knows the other.
 */

export interface PrintPages {
  /** Every page but the blank ones, in order. */
  readonly beginnings: readonly PageBeginning[];
  /** The folio of every element with an id: print shows some of them in its text. */
  readonly folios: Readonly<Record<string, string>>;
}

export interface PageBeginning {
  /** As printed: `iv`, `27`. No two pages of a book have the same. */
  readonly folio: string;
  /** Id of the section that the page belongs to. */
  readonly section: string;
  /** Where its text begins; undefined for a page whose text the program wrote, or without text. */
  readonly place?: TextPlace;
  /** The first id on the page, for a page without a place in the text. */
  readonly anchor?: string;
}

/** A place between two letters of a block. */
export interface TextPlace {
  /** `file:line:column` of the block in the sources. */
  readonly source: string;
  /** How many letters of the block come before it; white space and soft hyphens do not count. */
  readonly letters: number;
}

/** A print edition and its pages, as an ebook names the source of its page numbers. */
export interface PageSource {
  readonly pages: PrintPages;
  /** The print edition's identifier. */
  readonly identifier: string;
}

/** What `render` hands to `package` for an ebook: finished XHTML documents and what is in them. */
import type { Location } from "../diagnostics/location.js";
import type { Matter, Role } from "./roles.js";

/** Files that the package always has, next to the package document. Sections link to the first two. */
export const EPUB_FILES = {
  /** The navigation document, which is also the table of contents in the text. */
  navigation: "nav.xhtml",
  coverPage: "cover.xhtml",
  ncx: "toc.ncx",
  styles: "styles/book.css",
  plainStyles: "styles/plain.css",
} as const;

/** In the archive. */
export const PACKAGE_DOCUMENT = "EPUB/package.opf";

export interface EpubDocument {
  /** Id of the section it shows; also its id in the manifest. */
  readonly section: string;
  readonly role: Role;
  readonly matter: Matter;
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** File name in the package, next to the package document. */
  readonly href: string;
  readonly xhtml: string;
  /** How it is shown where that differs from the rest of the book (EPUB 3.3, 8.2), as the spine says it. */
  readonly rendition?: string;
  readonly facts: ContentFacts;
}

/** What a document holds, as far as its manifest entry and the accessibility metadata depend on it. */
export interface ContentFacts {
  /** Packaged name of every image in use, by its key in `book.resources`. */
  readonly images: Map<string, string>;
  /** Images, inline SVG included, with a text that describes them. */
  describedImages: number;
  decorativeImages: number;
  /** Images with neither. */
  readonly undescribedImages: Location[];
  /** Inline SVG elements. */
  inlineSvg: number;
  /** MathML elements. */
  formulas: number;
  headings: number;
}

export function emptyFacts(): ContentFacts {
  return {
    images: new Map(),
    describedImages: 0,
    decorativeImages: 0,
    undescribedImages: [],
    inlineSvg: 0,
    formulas: 0,
    headings: 0,
  };
}

/** The files of an ebook by their path from the root of the archive, in its order; without `mimetype`. */
export type EbookFiles = ReadonlyMap<string, Uint8Array>;

/** What a rule that makes the content of an ebook valid is given, and gives. */
import type { Element, ElementContent } from "hast";
import type { Report } from "../../../diagnostics/diagnostic.js";
import type { Location } from "../../../diagnostics/location.js";
import type { Wording } from "../../../language/words.js";
import type { ContentFacts } from "../../../model/ebook.js";

export interface ContentContext {
  /** In whose words labels are written. */
  readonly wording: Wording;
  /** BCP 47 tag of the section. */
  readonly language: string;
  /** File of the document. */
  readonly href: string;
  /** The document that holds each id of the book. */
  readonly targets: ReadonlyMap<string, string>;
  /** Packaged path of each image, by its key in `book.resources`. */
  readonly images: ReadonlyMap<string, string>;
  /** Media type of each file of the book, by its key in `book.resources`. */
  readonly mediaTypes: ReadonlyMap<string, string>;
  /** What stands between scenes, where the theme has more there than a rule. */
  readonly ornament: string | undefined;
  readonly facts: ContentFacts;
  /** Ids that the document has so far. */
  readonly ids: Set<string>;
  /** The headings that the next one may stand under, outermost first. */
  readonly headings: HeadingLevel[];
  /** The element around, by its name in the ebook. */
  readonly parent: string;
  /** Names of elements that must not stand here, for what stands around. */
  readonly keptOut: ReadonlySet<string>;
  /** Whether what is around has a ground that its author chose. */
  readonly onGround: boolean;
  /** Where a node of the file that is being adapted stands in the sources. */
  readonly locate: (element: Element) => Location | undefined;
  readonly report: Report;
}

/** Returns the element, changed or not, another node in its place, or undefined to leave it out. */
export type ContentRule = (element: Element, context: ContentContext) => ElementContent | undefined;

/** A heading that others may stand under: its level in the source and in the ebook. */
export interface HeadingLevel {
  readonly source: number;
  readonly shown: number;
}

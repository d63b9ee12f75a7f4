/**
 * The book while it is being composed.
 *
 * Each edition composes its own copy of the manuscript, so the steps may change the trees
 * in place; what leaves `compose` is a `Book` and is not changed again.
 */
import type { Element, ElementContent, Nodes, Root } from "hast";
import type { CitationSources } from "../citations/read.js";
import type { Location } from "../diagnostics/location.js";
import type { ContentsEntry, Note, Resource } from "../model/book.js";
import type { ManuscriptNote } from "../model/manuscript.js";
import type { MadePlace, Statement } from "../model/provenance.js";
import type { Edition, SectionSpec } from "../model/publication.js";
import type { CalloutKind, TheoremKind } from "../model/reference-kinds.js";
import type { Matter, Role } from "../model/roles.js";
import type { ScriptList } from "../model/script-pages.js";

export interface Draft {
  readonly edition: Edition;
  readonly sections: DraftSection[];
  readonly resources: ReadonlyMap<string, Resource>;
  readonly citations: CitationSources;
  /** Files, ids and names of headings that this edition leaves out. */
  readonly leftOut: Set<string>;
  /** Every id a link may name, with the section that holds it. */
  readonly anchors: Map<string, string>;
  /** Numbered things that the text may refer to, by id. */
  readonly referents: Map<string, Referent>;
  /** Numbers of headings below the titles of sections. */
  readonly headingNumbers: Map<Element, string>;
  /** Captions of figures, tables and listings in reading order, numbered or not. */
  readonly captions: Caption[];
  /** Paths of the images that the sections show. */
  readonly usedImages: Set<string>;
  contents: ContentsEntry[];
  /** What says how it was made. */
  readonly made: MadePlace[];
}

export interface DraftSection {
  id: string;
  readonly role: Role;
  readonly matter: Matter;
  readonly spec?: SectionSpec;
  title: string;
  heading?: Element;
  /** The number that is written above the title. */
  label?: string;
  /** The number that its title has: `IV`. */
  numeral?: string;
  /** The same as captions have it, `4.1`, when no other section has it. */
  captionNumber?: string;
  readonly language: string;
  readonly bodies: DraftBody[];
  notes: Note[];
  /** What it lists of the script before it. */
  readonly scriptList?: ScriptList;
  /** What the program writes on a page without a file. */
  generated?: readonly ElementContent[];
}

export interface DraftBody {
  readonly file: string;
  /** The heading level at which the file begins. */
  readonly level: number;
  readonly tree: Root;
  /** What the file says at its top of how it was made. */
  readonly provenance?: Statement;
  readonly notes: Map<string, ManuscriptNote>;
  /** Names by which links in the manuscript call places in this file, with their ids in the book. */
  readonly names: Map<string, string>;
  /** Id of the place where the file begins. */
  start: string;
}

/** A figure, table, listing, equation, theorem, callout or heading that has a number. */
export interface Referent {
  readonly id: string;
  readonly kind: ReferentKind;
  /** `3`, `2.1`. */
  readonly number: string;
}

/** Something with a caption. */
export interface Caption {
  readonly kind: CaptionKind;
  readonly section: DraftSection;
  readonly element: Element;
  readonly caption: Element;
  /** `Figure 2.1`, when it is numbered. */
  readonly label?: string;
}

export type CaptionKind = "figure" | "table" | "listing";

export type ReferentKind =
  | "figure"
  | "table"
  | "listing"
  | "equation"
  | "section"
  | TheoremKind
  | CalloutKind;

/** Where a node stands in its source file. */
export function locate(file: string, node: Nodes): Location {
  return { file, line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}

/**
 * The composed book: everything that is the same in print and in an ebook.
 *
 * `compose` makes one per edition from the parsed manuscript; `render` and the stages
 * after it read it. Ids are unique in the whole book, links inside the book are `#id`,
 * and the `src` of every image is a key of `resources`.
 */
import type { ElementContent, Root } from "hast";
import type { Location } from "../diagnostics/location.js";
import type { Contributor, Metadata } from "./metadata.js";
import type { MadePlace } from "./provenance.js";
import type { Edition, NotePlacement } from "./publication.js";
import type { Matter, Role } from "./roles.js";

export interface Book {
  readonly edition: Edition;
  readonly metadata: Metadata;
  /** Who made it, as title pages name them: one for each role, in the order of the publication file. */
  readonly credits: readonly Credit[];
  /** What a copyright page says of the rights and of how the book was made, a line each; none where nothing is declared. */
  readonly imprint: readonly ImprintLine[];
  /** What says how it was made, in reading order: contributors, sections, passages, pictures. */
  readonly made: readonly MadePlace[];
  /** When the identifier is one, as it is written there. */
  readonly isbn?: string;
  /** In reading order, parts and generated pages included. */
  readonly sections: readonly Section[];
  /** The table of contents, nested. */
  readonly contents: readonly ContentsEntry[];
  /** Every id that a link may name, with the section that holds it. */
  readonly anchors: ReadonlyMap<string, string>;
  /** Every image in use, by its path relative to the publication's folder. */
  readonly resources: ReadonlyMap<string, Resource>;
  /** Where the notes stand. */
  readonly notes: NotePlacement;
}

export interface ImprintLine {
  readonly kind: "rights" | "licence" | "mining" | "provenance";
  readonly text: string;
}

export interface Credit {
  /** MARC relator code. */
  readonly role: string;
  /** "Translated by", in the language of the book; undefined for authors. */
  readonly phrase: string | undefined;
  readonly people: readonly Contributor[];
}

export interface Section {
  /** Unique in the book, safe as a file name and as an XML id. */
  readonly id: string;
  readonly role: Role;
  readonly matter: Matter;
  /** Plain text, for running heads and metadata; empty when the section has none. */
  readonly title: string;
  /** Chapter or appendix label as printed (`3`, `A`), when the section is numbered. */
  readonly label?: string;
  /** BCP 47. */
  readonly language: string;
  /** One tree for each source file, in order; empty for generated sections. */
  readonly bodies: readonly Body[];
  readonly notes: readonly Note[];
  /**
   * What the program writes on a page without a file: index, lists, bibliography. Links and
   * page references in it are those of `bodies`.
   */
  readonly generated?: readonly ElementContent[];
}

/** The composed content of one source file. */
export interface Body {
  /** Relative to the publication's folder. Node positions are places in this file. */
  readonly file: string;
  readonly tree: Root;
}

/** A footnote, in the order of its first reference. */
export interface Note {
  readonly id: string;
  /** As printed at the reference: `1`. */
  readonly label: string;
  /** Ids of the references, first one first, for links back. */
  readonly references: readonly string[];
  readonly children: readonly ElementContent[];
  readonly location: Location;
}

export interface ContentsEntry {
  /** Id of the heading or section it leads to. */
  readonly id: string;
  readonly section: string;
  readonly label?: string;
  readonly title: string;
  /** The title with its emphasis and code, without links and notes. */
  readonly inline: readonly ElementContent[];
  /** 0 for a part, 1 for a section, 2 and on for its headings. */
  readonly level: number;
  readonly matter: Matter;
  readonly children: readonly ContentsEntry[];
}

/** A file of the publication that an edition shows. */
export interface Resource {
  /** Relative to the publication's folder, inside of it; of an image from the web, see `webPath`. */
  readonly path: string;
  /** Its path as it has to be read, when that is another. */
  readonly file?: string;
  /** Where an image from the web was fetched, and the SHA-256 of what came. */
  readonly fetched?: { readonly address: string; readonly sha256: string };
  /** True of an image that a text holds in its own address. */
  readonly written?: true;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Its size; missing for a drawing. */
  readonly pixels?: { readonly width: number; readonly height: number };
  /** What the picture itself says of how it was made. */
  readonly origin?: ImageOrigin;
}

export interface ImageOrigin {
  /** A concept of IPTC's vocabulary of digital source types: `trainedAlgorithmicMedia`. */
  readonly sourceType?: string;
  /** Whether it carries content credentials (C2PA). */
  readonly credentials?: boolean;
}

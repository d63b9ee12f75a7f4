/**
 * The publication as its author described it: metadata, sections, editions.
 *
 * `load` makes it from `publication.yaml`; every later stage reads it and none changes it.
 */
import type { Location } from "./location.js";
import type { Matter, Role } from "./roles.js";

export interface Publication {
  /** Name of the publication's folder; also the folder of its editions in the output. */
  readonly id: string;
  /** Absolute path of the publication's folder. Nothing outside of it is read. */
  readonly root: string;
  /** Path of the publication file relative to `root`. */
  readonly file: string;
  readonly editions: readonly Edition[];
}

export interface Metadata {
  readonly title: string;
  readonly subtitle?: string;
  /** BCP 47 language tag. */
  readonly language: string;
  readonly contributors: readonly Contributor[];
  readonly publisher?: string;
  /** Publication date, `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  readonly date: string;
  readonly rights?: string;
  readonly description?: string;
  readonly subjects: readonly Subject[];
  /** A URN: `urn:uuid:…`, `urn:isbn:…`, or a URL. */
  readonly identifier: string;
  /** Identifier of the work, when the edition has one of its own. */
  readonly workIdentifier?: string;
  /** Name of the series and the position in it. */
  readonly series?: { readonly name: string; readonly position?: number };
}

export interface Contributor {
  readonly name: string;
  /** The name as it is sorted: `Klabnik, Steve`. */
  readonly fileAs?: string;
  /** MARC relator code: `aut`, `edt`, `trl`, `ill`, … */
  readonly role: string;
}

export interface Subject {
  readonly term: string;
  /** `thema`, `bisac`, … when the subject comes from a scheme. */
  readonly scheme?: string;
  readonly code?: string;
}

/** One section as listed in the publication file: one content document of the book. */
export interface SectionSpec {
  readonly role: Role;
  readonly matter: Matter;
  /** Source files in order, relative to the publication's folder; empty when a template makes the section. */
  readonly files: readonly string[];
  readonly title?: string;
  /** The part the section belongs to, by its index in `Edition.parts`. */
  readonly part?: number;
  /** Where the publication file lists it. */
  readonly location: Location;
}

export interface PartSpec {
  readonly title: string;
  readonly location: Location;
}

/** What every edition has, whatever its format. Overrides of the edition are already applied. */
interface EditionBase {
  readonly id: string;
  readonly theme: string;
  /** The publication's metadata with this edition's own values in place. */
  readonly metadata: Metadata;
  readonly parts: readonly PartSpec[];
  readonly sections: readonly SectionSpec[];
  /** Variables for templates and, by name, for the theme's custom properties. */
  readonly variables: Readonly<Record<string, string | number | boolean>>;
  /** How deep the table of contents goes, in heading levels. */
  readonly tocDepth: number;
  /** Path of the cover image relative to the publication's folder. */
  readonly cover?: string;
  /** Where the publication file describes it. */
  readonly location: Location;
}

export interface PdfEdition extends EditionBase {
  readonly format: "pdf";
  readonly trim: Trim;
  /** On which page chapters begin: a right one, or the next one. */
  readonly chapterStart: ChapterStart;
}

export type ChapterStart = "recto" | "next";

export interface EpubEdition extends EditionBase {
  readonly format: "epub";
}

export type Edition = PdfEdition | EpubEdition;
export type Format = Edition["format"];

/** The size of a page after cutting, in CSS points (1/72 inch). */
export interface Trim {
  readonly width: number;
  readonly height: number;
}

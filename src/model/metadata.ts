/** What is said of a book: its title, its people, its subjects. */
import type { Location } from "../diagnostics/location.js";
import type { Statement } from "./provenance.js";
import type { Rights } from "./rights.js";

export interface Metadata {
  readonly title: string;
  readonly subtitle?: string;
  /** BCP 47 language tag. */
  readonly language: string;
  readonly contributors: readonly Contributor[];
  readonly publisher?: string;
  /** Publication date, `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; a `SUMMARY.md` says none. */
  readonly date?: string;
  /** When its texts were changed last: a day, or a moment in UTC, `YYYY-MM-DDThh:mm:ssZ`. */
  readonly modified?: string;
  /** The line that is printed and written into files. */
  readonly rights?: string;
  /** What is said of them beyond that line. */
  readonly terms?: Rights;
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
  /** Missing where nobody says it. */
  readonly kind?: "person" | "organisation";
  /** Where the publication says it. */
  readonly location?: Location;
  /** When it is said how they work, or that they are no person. */
  readonly provenance?: Statement;
}

export interface Subject {
  readonly term: string;
  /** `thema`, `bisac`, … when the subject comes from a scheme. */
  readonly scheme?: string;
  readonly code?: string;
  /** Where the publication says it, when it has a code. */
  readonly location?: Location;
}

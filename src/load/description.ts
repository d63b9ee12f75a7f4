/**
 * What a source of publications gives: a described publication, and where each value is written.
 *
 * `publication.yaml` is one source. Others (a `SUMMARY.md`) describe the same shape in their own
 * words, so everything after this seam is shared.
 */
import type { Report } from "../diagnostics/diagnostic.js";
import type { Location } from "../diagnostics/location.js";
import type { Folder } from "../input/folder.js";
import type { PublicationDescription } from "./schema/schema.js";

/** Keys and list indexes that lead to a value. */
export type Path = readonly (string | number)[];

/** What every source must know; that a publication has a date only `publication.yaml` asks for. */
export type DescribedPublication = Omit<PublicationDescription, "date"> &
  Partial<Pick<PublicationDescription, "date">>;

export interface Description {
  readonly value: DescribedPublication;
  readonly places: Places;
  /** Other files that it draws on, relative to the publication's folder. */
  readonly settings?: readonly string[];
  /** Name under which `editions` lists the description of an edition, when it is not the edition's own. */
  readonly madeFrom?: ReadonlyMap<string, string>;
  /** Keys that an edition has from one that it extends, by the edition's id. */
  readonly inherited?: ReadonlyMap<string, ReadonlySet<string>>;
  /** Whether directives of mdBook and GitBook in the texts are followed. Default: `literal`. */
  readonly directives?: "expanded" | "literal";
}

/** Where the parts of a description are written. A path that leads nowhere gives its nearest ancestor. */
export interface Places {
  value(path: Path): Location;
  /** The key itself, for what is wrong with the name and not with the value. */
  key(path: Path): Location;
}

/** A kind of file that describes a publication. */
export interface Project {
  /** Name of the file. */
  readonly file: string;
  /** Path of the file relative to a publication's folder; undefined when the folder has none. */
  find(folder: Folder): Promise<string | undefined>;
  /** Understands the file's text; undefined, with the reason reported, when there is nothing to go on with. */
  describe(text: string, file: string, folder: Folder, report: Report): Promise<Description | undefined>;
}

/**
 * What a project gives: a described publication, and where each value is written.
 *
 * A `publication.yaml` is one kind of project. Others (a `SUMMARY.md`) describe the same shape in their own
 * words, so everything after this seam is shared.
 */
import type { Report } from "../diagnostics/diagnostic.js";
import type { Folder } from "../input/folder.js";
import type { Dialect } from "../model/dialect.js";
import type { Places } from "../model/places.js";
import type { TextSettings } from "../model/text-settings.js";
import type { PublicationDescription } from "./schema/schema.js";

export interface Description {
  readonly value: PublicationDescription;
  readonly places: Places;
  /** Other files that it draws on, relative to the publication's folder. */
  readonly settings?: readonly string[];
  /** Name under which `editions` lists the description of an edition, when it is not the edition's own. */
  readonly madeFrom?: ReadonlyMap<string, string>;
  /** Keys that an edition has from one that it extends, by the edition's id. */
  readonly inherited?: ReadonlyMap<string, ReadonlySet<string>>;
  /** The tool that the texts are written for, when the project shows it. */
  readonly dialect?: Dialect;
  /** How its texts are read. */
  readonly texts?: TextSettings;
}

/** A kind of project: how what describes it becomes a publication. */
export interface Project {
  /** True for the name of a file that describes such a project: it may be named in place of the folder. */
  isDescribing(name: string): boolean;
  /** Path of the file relative to a publication's folder; undefined when the folder has none. */
  find(folder: Folder): Promise<string | undefined>;
  /** Loads what understands the file: readers of Markdown and of settings take 50 ms to load. */
  describer(): Promise<Describe>;
}

/**
 * Understands the text of the describing file; undefined, with the reason reported, when there is nothing to go on with.
 *
 * @param file path of the file, relative to the publication's folder.
 */
export type Describe = (
  text: string,
  file: string,
  folder: Folder,
  report: Report,
) => Promise<Description | undefined>;

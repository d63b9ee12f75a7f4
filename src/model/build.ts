/** A build as seen from outside: what is asked for, and what came of it. */
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Extensions } from "./extensions.js";
import type { ProgressEvent } from "./progress.js";
import type { Format } from "./publication.js";

export interface BuildRequest {
  /** Folders of publications, or the files that describe them. */
  readonly publications: readonly string[];
  /** Ids of the editions to publish; all of them when there are none. */
  readonly editions?: readonly string[];
  /** Folder that receives `<publication>/<edition>.<ext>`. */
  readonly out: string;
  /** How many runs may be laid out side by side. */
  readonly jobs?: number;
  /** `none`: everything is made anew, and nothing is kept. Default: results of earlier builds are used. */
  readonly cache?: "default" | "none";
  /** The caller's own code: plugins, helpers, handlers, themes. Relative paths start from the current folder. */
  readonly extensions?: Extensions;
  readonly onProgress?: (event: ProgressEvent) => void;
  /** Ends the build; nothing half-written stays behind. */
  readonly signal?: AbortSignal;
}

export interface EditionResult {
  readonly publication: string;
  readonly edition: string;
  readonly format: Format;
  readonly status: "published" | "failed";
  /** Absolute path of the published file. */
  readonly path?: string;
  /** Pages of a PDF, content documents of an EPUB. */
  readonly extent?: number;
  readonly bytes?: number;
  /** Lower-case hexadecimal SHA-256 of the file. */
  readonly sha256?: string;
  readonly seconds: number;
}

export interface PublicationDiagnostics {
  /** Id of the publication; empty for what concerns the build as a whole. */
  readonly publication: string;
  /** Absolute path of the folder that the diagnostics' files are relative to. */
  readonly root: string;
  readonly diagnostics: readonly Diagnostic[];
}

export interface BuildResult {
  readonly editions: readonly EditionResult[];
  readonly diagnostics: readonly PublicationDiagnostics[];
}

/** A build as seen from outside: what is asked for, and what came of it. */
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Levels, Strictness } from "../diagnostics/levels.js";
import type { EditionResult } from "./edition-result.js";
import type { Extensions } from "./extensions.js";
import type { Limits } from "./limits.js";
import type { ProgressEvent } from "./progress.js";

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
  /**
   * Hosts and address prefixes from which images may be fetched: `images.example.org`,
   * `https://example.org/covers/`. None: nothing is fetched. Never taken from a publication.
   */
  readonly allowFetch?: readonly string[];
  /** What becomes of finished files: they are published (default), compared with what is published, or dropped. */
  readonly publish?: "write" | "compare" | "never";
  /** Builds only the editions of one part of the catalogue, so that several machines can share it. */
  readonly shard?: Shard;
  /** File for the manifest of the build. Default: `editions.json` in `out`, when something was published. */
  readonly manifest?: string;
  /** Absolute paths of folders and files outside of a publication's folder that its texts may show and include. */
  readonly allow?: readonly string[];
  /** Levels of diagnostics, before those that a publication sets. */
  readonly levels?: Levels;
  /** `strict`: warnings are errors. `anyway`: errors are warnings. Default: what a publication or an edition says. */
  readonly strictness?: Strictness;
  /** Where they are not to be the defaults. */
  readonly limits?: Partial<Limits>;
  readonly onProgress?: (event: ProgressEvent) => void;
  /** Ends the build; nothing half-written stays behind. */
  readonly signal?: AbortSignal;
}

export interface Shard {
  /** From 1 to `count`. */
  readonly index: number;
  readonly count: number;
  /** Seconds that editions took, by `publication/edition`: all shards of a build must be given the same. */
  readonly timings?: Readonly<Record<string, number>>;
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
  /** The manifest that was written. */
  readonly manifest?: string;
  readonly diagnostics: readonly PublicationDiagnostics[];
}

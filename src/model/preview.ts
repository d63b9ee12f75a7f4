/** A preview as seen from outside: what is asked for, and what is open then. */
import type { BuildResult } from "./build.js";
import type { Extensions } from "./extensions.js";
import type { ProgressEvent } from "./progress.js";

export interface PreviewRequest {
  /** Folder of a publication, or the file that describes it. */
  readonly publication: string;
  /** Id of the edition to show first; default: the first one. */
  readonly edition?: string;
  /** Port on 127.0.0.1. Default: the one of last time when it is free, else any that is. */
  readonly port?: number;
  /** How many runs may be laid out side by side. */
  readonly jobs?: number;
  /** Command of the editor that opens sources; default: `$VISUAL`, then `$EDITOR`. */
  readonly editor?: string;
  /** Code of the caller's own that takes part in builds. */
  readonly extensions?: Extensions;
  /** Where images may be fetched: see `BuildRequest`. */
  readonly allowFetch?: readonly string[];
  readonly onProgress?: (event: ProgressEvent) => void;
  /**
   * Called after each build.
   *
   * @param changed files that it was made for, relative to the publication's folder; none for the first.
   */
  readonly onBuild?: (result: BuildResult, changed: readonly string[]) => void;
  /** Ends the preview. */
  readonly signal?: AbortSignal;
}

export interface Preview {
  /** Address of the page. It answers on this machine only. */
  readonly url: string;
  /** Ends the server, the watch and the browsers. */
  close(): Promise<void>;
}

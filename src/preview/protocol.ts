/** What the server and its page tell each other. Types only: the page runs without the rest of the program. */
import type { Severity } from "../diagnostics/codes.js";
import type { Location } from "../diagnostics/location.js";

/** Everything that the page shows but the editions themselves; sent whole whenever it changes. */
export interface PreviewState {
  /** Version of the program: a page that another one has served loads itself again. */
  readonly program: string;
  /** Goes with every request that does something. */
  readonly token: string;
  readonly publication: string;
  /** Absolute path of the publication's folder. */
  readonly root: string;
  /** How sources are opened: by the server, in the program of this name, or by an address of the editor's own. */
  readonly editor: { readonly by: "program"; readonly name: string } | { readonly by: "address" };
  readonly editions: readonly EditionState[];
  readonly building: boolean;
  /** Seconds of the last build. */
  readonly seconds?: number;
  readonly diagnostics: readonly ShownDiagnostic[];
}

export interface ShownDiagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint?: string;
  readonly location?: Location;
}

export interface EditionState {
  readonly id: string;
  readonly format: "pdf" | "epub";
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** Which way pages are turned. */
  readonly direction: "ltr" | "rtl";
  /** Names the bytes; undefined as long as there are none to show. */
  readonly revision?: string;
  /** False when the sources have errors and the last good bytes are shown. */
  readonly isCurrent: boolean;
}

/** What an ebook's pages are, in the order of reading. */
export interface Spine {
  /** Paths in the archive. */
  readonly documents: readonly string[];
  readonly navigation: string;
}

/** A request to open a source in the editor. */
export interface OpenRequest {
  /** Relative to the publication's folder. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

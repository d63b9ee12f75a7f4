/** What became of one edition of a build. */
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Format } from "./format.js";

export interface EditionResult {
  readonly publication: string;
  readonly edition: string;
  readonly format: Format;
  readonly status: EditionStatus;
  /** Absolute path of the published file. */
  readonly path?: string;
  /** Pages of a PDF, content documents of an EPUB. */
  readonly extent?: number;
  readonly bytes?: number;
  /** Lower-case hexadecimal SHA-256 of the file. */
  readonly sha256?: string;
  /** Words of its text, as far as readers of this format see them. */
  readonly words?: number;
  /** What else than its sources it was made with. */
  readonly versions?: Versions;
  /** Everything that was found in it and in the description of its publication. */
  readonly diagnostics?: readonly Diagnostic[];
  /** Nothing had changed: it was made by an earlier build. */
  readonly reused?: true;
  readonly seconds: number;
}

/** `current`, `changed` and `missing` come of a comparison, `checked` of a build that drops its files. */
export type EditionStatus = "published" | "failed" | "current" | "changed" | "missing" | "checked";

export interface Versions {
  /** Of Colophon. */
  readonly colophon: string;
  /** Browser that laid out the pages, also those that an ebook names: `Chromium 143`. */
  readonly browser?: string;
  readonly pagedjs?: string;
}

/** What became of one edition of a build. */
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Facts } from "./facts.js";
import type { Format } from "./format.js";

/** With the facts of its file, when there is one. */
export interface EditionResult extends Partial<Facts> {
  readonly publication: string;
  readonly edition: string;
  readonly format: Format;
  readonly kepub?: boolean;
  readonly status: EditionStatus;
  /** Absolute path of the published file. */
  readonly path?: string;
  readonly bytes?: number;
  /** Lower-case hexadecimal SHA-256 of the file. */
  readonly sha256?: string;
  /** What else than its sources it was made with. */
  readonly versions?: Versions;
  /** Everything that was found in it and in the description of its publication. */
  readonly diagnostics?: readonly Diagnostic[];
  /** Nothing had changed: it was made by an earlier build. */
  readonly reused?: true;
  /** Who gets it. */
  readonly recipient?: string;
  /** What the published file is to the one that was there. */
  readonly news?: News;
  readonly seconds: number;
}

/** `same`: it was there already, byte for byte. */
export type News = "new" | "changed" | "same";

/** `current`, `changed` and `missing` come of a comparison, `checked` of a build that drops its files. */
export type EditionStatus = "published" | "failed" | "current" | "changed" | "missing" | "checked";

export interface Versions extends MadeWith {
  /** Of Colophon. */
  readonly colophon: string;
}

/** The programs that decide how pages break. */
export interface MadeWith {
  /** Browser that laid out the pages, also those that an ebook names: `Chromium 143`. */
  readonly browser?: string;
  readonly pagedjs?: string;
  /** What was to be planned, and was laid out by Paged.js page after page. */
  readonly unplanned?: readonly UnplannedSection[];
}

export interface UnplannedSection {
  /** Its title. */
  readonly section: string;
  readonly reason: string;
}

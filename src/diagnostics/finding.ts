/** What a check finds in an ebook, and how it becomes a diagnostic. */
import type { Code } from "./codes.js";
import { type Diagnostic, diagnostic } from "./diagnostic.js";
import type { Location } from "./location.js";

export interface Finding {
  readonly code: Extract<
    Code,
    | `pdf-${string}`
    | "epub-invalid"
    | "epub-questionable"
    | "epub-accessibility"
    | "epub-image-damaged"
    | "epub-image-large"
    | "epubcheck-unusable"
    | "too-complex"
  >;
  readonly message: string;
  readonly hint?: string | undefined;
  readonly at?: Place | undefined;
}

/** A place in the archive. Lines count from 1. */
export interface Place {
  /** File, from the root of the archive. */
  readonly path: string;
  readonly line?: number | undefined;
  /** Id of the element, when it has one. */
  readonly id?: string | undefined;
}

/** Finds the place in the sources that became a place in the archive; undefined when there is none. */
export type Locate = (place: Place) => Location | undefined;

/** The ebook's own place stands in the message: it is all that somebody has who did not make the file. */
export function findingDiagnostic({ code, message, hint, at }: Finding, locate?: Locate): Diagnostic {
  const place = at === undefined ? "" : `${at.path}${at.line === undefined ? "" : `:${at.line}`}: `;
  return diagnostic(code, place + message, at && locate?.(at), hint);
}

/**
 * How much a build may take before it is stopped.
 *
 * Manuscripts are not trusted, so no key of a publication sets these: they belong to whoever
 * runs the program (`--limit`, `COLOPHON_LIMITS`, `BuildRequest.limits`).
 */

export interface Limits {
  /** Seconds for laying out and printing one run. */
  readonly time: number;
  /** Seconds without a new page while a run is laid out, or without an end while it is printed. */
  readonly stall: number;
  /** Pages of one run. */
  readonly pages: number;
  /** Mebibytes of main memory that one browser may take. */
  readonly memory: number;
  /** Seconds for fetching one image from the web. */
  readonly fetch: number;
  /** Mebibytes of one text: a manuscript with all that it includes, a bibliography, a style. */
  readonly text: number;
  /** Mebibytes of one image file. */
  readonly image: number;
  /** Million pixels of one image. */
  readonly pixels: number;
}

/** Several times what the largest books take; a run that hits one is broken or hostile. */
export const DEFAULT_LIMITS: Limits = {
  time: 900,
  stall: 120,
  pages: 5000,
  memory: 4096,
  fetch: 30,
  text: 8,
  image: 64,
  pixels: 150,
};

export const MEBIBYTE = 1024 * 1024;

/** The defaults with what is given in their place. */
export function limitsFrom(given: Partial<Limits> = {}): Limits {
  return { ...DEFAULT_LIMITS, ...given };
}

/**
 * The typescript of the industry: ten letters to the inch, six lines to the inch, and where on it each element stands.
 *
 * It counts minutes by it (a page is a minute), so none of this is a matter of taste. Columns count from the left
 * margin, 1.5 inches from the edge of the paper.
 */

/** Of a page, between margins of an inch; the last one reaches a little into the lower margin. */
export const LINES_OF_PAGE = 55;

export type LineKind =
  | "scene-heading"
  | "action"
  | "centered"
  | "transition"
  | "lyrics"
  | "character"
  | "parenthetical"
  | "dialogue"
  /** Lyrics within a speech. */
  | "sung";

export interface Measure {
  /** Letters of a line. */
  readonly width: number;
  /** Empty lines above it, where it is not the first on a page. */
  readonly above: number;
}

export const MEASURES: Readonly<Record<LineKind, Measure>> = {
  "scene-heading": { width: 57, above: 2 },
  action: { width: 60, above: 1 },
  centered: { width: 60, above: 1 },
  transition: { width: 60, above: 1 },
  lyrics: { width: 60, above: 1 },
  character: { width: 35, above: 1 },
  parenthetical: { width: 25, above: 0 },
  dialogue: { width: 35, above: 0 },
  sung: { width: 35, above: 0 },
};

/** Letters of a line where two speak at once, side by side. */
export const DUAL_WIDTHS = { cue: 24, words: 28 } as const;

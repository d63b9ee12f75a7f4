/** What the text of a run is, as the page that lays it out knows it. */

export interface RunText {
  /** All text that went in, by the element that holds it directly, in the order of the document. */
  readonly units: readonly TextUnit[];
  readonly pages: readonly PageText[];
}

export interface TextUnit {
  /** `file:line:column` of the nearest element that has a place. */
  readonly source: string;
  /** That of the table that it stands in. */
  readonly table?: string;
  readonly text: string;
}

export interface PageText {
  /** The type area: left, top, right and bottom, in points from the top left corner of the paper. */
  readonly area: readonly [number, number, number, number];
  /** Where notes stand beside the text, likewise. */
  readonly beside?: PageText["area"];
  /** Something on it runs from right to left. */
  readonly isRightToLeft?: boolean;
  /** The texts that stand on the page, as it seems, in the order of the document. */
  readonly pieces: readonly TextPiece[];
  /** What its margin boxes say. */
  readonly margins: readonly string[];
}

/** The unit, its text on this page, and what it is. */
export type TextPiece = readonly [unit: number, text: string, kind: PieceKind];

/**
 * `repeated`: a head of a table that stands there once more; `hidden`: a style sheet or an attribute does
 * not let it be seen; `generated`: a style sheet or the browser has written it, such as the number of a list.
 */
export type PieceKind = "text" | "repeated" | "hidden" | "generated";

/** What comes of reading a printed run: what of its text cannot be read, and where it is not as it should be. */

export interface Reading {
  /** All text is on the page on which it seemed to stand in the browser. */
  readonly isAsForecast: boolean;
  /** Text that is on no page. */
  readonly losses: readonly TextLoss[];
  /** Text that the edge of the paper, or of a box, cuts through. */
  readonly cuts: readonly Place[];
  /** Text that sticks out of the type area, at most once for each block, and for each table. */
  readonly overfull: readonly Overfull[];
  /** Texts that are printed over each other, at most once for each block. */
  readonly overprints: readonly Overprint[];
  /** Running heads and other margin boxes that cannot be read whole, once for each text. */
  readonly margins: readonly (Omit<Place, "source"> & { readonly isShortened: boolean })[];
  /** Letters that no font has: boxes are printed in their place. */
  readonly missing: readonly Place[];
}

export interface Place {
  /** `file:line:column` of the block; empty when it has none. */
  readonly source: string;
  readonly text: string;
  /** Index of the page in the run. */
  readonly page: number;
}

export interface TextLoss {
  readonly source: string;
  /** The first words that are gone. */
  readonly text: string;
  /** How many words are gone. */
  readonly words: number;
  readonly cause: LossCause;
}

/**
 * `hidden`: a style sheet or an attribute does not let them be seen; `faint`: they have the colour of what
 * they stand on; `covered`: something is painted over them; `generated`: a style sheet has written them, or
 * they are numbers of a list; `gone`: no page has them, or none where it is paper.
 */
export type LossCause = "hidden" | "faint" | "covered" | "generated" | "gone";

export interface Overprint extends Place {
  /** The text of the block behind it, in the same place. */
  readonly other: string;
}

export interface Overfull extends Place {
  /** How far it sticks out, in points. */
  readonly by: number;
}

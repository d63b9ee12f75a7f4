/**
 * A paragraph as it is measured, and its lines as they are chosen. All of it is plain data: a browser measures the one
 * and shows the other. Lengths are CSS pixels.
 */

export interface MeasuredParagraph {
  /** Of the first lines, with their indent taken off, and of all others: the last one. */
  readonly rooms: readonly number[];
  /** The size of its letters. */
  readonly em: number;
  /** Of the pieces of its text that no line divides. */
  readonly widths: readonly number[];
  /** What stands behind each piece, a `Joint` each. The last one says nothing. */
  readonly joints: string;
  /** How wide it is: a space where lines do not end at it, a hyphen where they do. */
  readonly gaps: readonly number[];
  /** How many letters each piece has that may be tracked. */
  readonly letters: readonly number[];
  /** The widths of its first pieces on the first line, where that has a look of its own; its letters are not tracked. */
  readonly opening?: Pick<MeasuredParagraph, "widths" | "gaps">;
  readonly wishes: LineWishes;
}

/** What is between two pieces of a text. */
export const JOINT = {
  space: " ",
  /** A space at which no line may end. */
  bound: "~",
  /** A line that ends here gets a hyphen. */
  hyphen: "-",
  /** A line may end here as it is, behind a hyphen of the word's own or a dash. */
  open: "/",
  /** Nothing: the two belong together. */
  none: ".",
} as const;

/** What a theme, or the author of a paragraph, asks of its lines. */
export interface LineWishes {
  /** How many lines more than the best would have, or fewer. */
  readonly looseness: number;
  /** How many lines in a row may end in hyphens. */
  readonly hyphensInARow: number;
  /** How far letters may be moved apart, and together: a part of their width. */
  readonly trackOut: number;
  readonly trackIn: number;
  /** How much of a hyphen stands outside of the measure, from 0 to 1. */
  readonly hang: number;
}

export interface SetParagraph {
  readonly lines: readonly SetLine[];
  /** By how much all spaces are narrower than natural, before lines are spread: what the tightest line needs. */
  readonly tighter: number;
  /** What is left over at the end of the last line. */
  readonly rest: number;
  /** What a line more would cost than the lines that it has, and one fewer; nothing where that would not look well. */
  readonly more?: number;
  readonly fewer?: number;
}

export interface SetLine {
  /** The last of its pieces. */
  readonly end: number;
  /** What is put between two letters, or taken away. */
  readonly tracking: number;
}

/** A table as all of Pandoc's ways to draw one give it. */

export interface DrawnTable {
  readonly columns: readonly Column[];
  /** Percent of the width of the text; without it the table is as wide as what is in it. */
  readonly width?: number;
  readonly head: readonly Row[];
  readonly body: readonly Row[];
  readonly foot: readonly Row[];
}

export interface Column {
  readonly align?: Alignment;
  /** Percent of the width of the table. */
  readonly width?: number;
}

export type Alignment = "left" | "right" | "center";

export interface Row {
  /** Counted from the first line of the table. */
  readonly line: number;
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly text: string;
  /** That of the first line of its text, counted from the first line of the table. */
  readonly line: number;
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
  /** `blocks` may be paragraphs, lists and all else; `words` is one line of text. */
  readonly content: "blocks" | "words";
}

/** How wide a page is in characters: a table of fewer is as much less wide than the text (Pandoc's `--columns`). */
const PAGE = 72;

/** Columns that share the width as they do in the text. @param lengths in characters. */
export function widthsOf(lengths: readonly number[]): { readonly width: number; readonly shares: number[] } {
  const sum = lengths.reduce((total, length) => total + length, 0);
  const percent = (part: number, whole: number) => Math.round((part / whole) * 10_000) / 100;
  return {
    width: Math.min(100, percent(sum, PAGE)),
    shares: lengths.map((length) => percent(length, sum)),
  };
}

/**
 * A run as one long column, its galley, and the pages that are planned of it. All of it is plain data: a browser
 * reads the one and prints the other. Lengths are CSS pixels, from the top of the column.
 */

export interface Galley {
  /** Of the type area of a page. */
  readonly height: number;
  /** Of a line of text. */
  readonly leading: number;
  /** The side of the spread on which the first page is. */
  readonly side: "recto" | "verso";
  /** What is never cut: lines, rows, pictures, in the order of the column. */
  readonly strips: readonly Strip[];
  /** Where the last strip ends, with what is around it. */
  readonly end: number;
  readonly notes: readonly GalleyNote[];
  /** What notes at the foot of a page take besides their own height, once a page. */
  readonly noteOverhead: number;
  /** Text in columns, in order: here each is one narrow column. */
  readonly columns: readonly GalleyColumns[];
  /** Figures that float, in the order of their places. */
  readonly floats: readonly GalleyFloat[];
  /** Paragraphs that can be set in more lines or fewer, in order. None when they have been. */
  readonly loose: readonly LooseParagraph[];
}

/** A paragraph that looks well with a line more or fewer than it has. */
export interface LooseParagraph {
  /** Its first strip, and the one after its last. */
  readonly from: number;
  readonly to: number;
  /** What that costs its lines (`lines/weights.ts`). */
  readonly more?: number;
  readonly fewer?: number;
}

/** A figure that stands at the head or the foot of a page. */
export interface GalleyFloat {
  /** The strip behind which it has its place. */
  readonly strip: number;
  /** With the white that parts it from the text. */
  readonly height: number;
}

/** Strips that stand in columns beside each other. */
export interface GalleyColumns {
  /** The first of them, and the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** A strip, with the place before it at which a page may end. */
export interface Strip {
  /** Where what stands before it ends, if a page ends here. */
  readonly end: number;
  /** Where it begins, if a page begins with it. */
  readonly start: number;
  readonly keep: Keep;
  /** Text goes on with it, at least so many lines of it: one in a paragraph, more at the start of one behind another. */
  readonly goesOn?: number;
  /** The line before it ends in a hyphen. */
  readonly isDivided?: true;
  /** A page has to end here. */
  readonly forced?: "page" | "recto" | "verso";
  /** The height of what a page has to repeat which begins here: heads of tables, edges of boxes. */
  readonly head?: number;
  /** It goes on in a frame, a table or columns: nothing else can stand above it on its page. */
  readonly isBound?: true;
  /** By how much `end` may be wrong. */
  readonly slack?: number;
  /** How much the white before it may grow on a page that would end short. */
  readonly stretch?: number;
}

/**
 * What a page costs that ends at a place: nothing; `beside` something that floats; `lines`, so that fewer than
 * `orphans` or `widows` of a paragraph stand alone; `apart`, what is to stay together.
 */
export type Keep = "free" | "beside" | "lines" | "apart";

/** A note at the foot of the page on which it is called, or beside the text. */
export interface GalleyNote {
  /** The strip that calls it. */
  readonly strip: number;
  /** Where each of its lines ends, from its own top; the last one is its height. */
  readonly lines: readonly number[];
  /** The height that it takes beside the text, with the white below it, if it can stand there. */
  readonly beside?: number;
}

export interface PagePlan {
  readonly pages: readonly PlannedPage[];
  /** What the pages cost (`cost.ts`). */
  readonly cost: number;
  /** False when something fits on no page, and sticks out of its own. */
  readonly isWhole: boolean;
}

export interface PlannedPage {
  /** The first of its strips, and the one after its last. The same for a page of notes alone, and for an empty one. */
  readonly from: number;
  readonly to: number;
  readonly notes: readonly NotePart[];
  /** Notes that stand beside its text, by their indexes in the galley. */
  readonly beside?: readonly number[];
  /** How much of its height is left over. */
  readonly short: number;
  /** How much of what its white may grow it does, from 0 to 1. */
  readonly stretched?: number;
  /** Text in columns on it. */
  readonly columns?: readonly ColumnsOnPage[];
  /** Paragraphs that get another number of lines. */
  readonly loosened?: readonly Loosened[];
  /** Figures that float, if it has any. */
  readonly floats?: FloatsOnPage;
  /** It stays empty, so that the next page is on its side. */
  readonly isBlank?: true;
}

/** Strips that stand in columns on a page, which end together as far as they can. */
export interface ColumnsOnPage {
  readonly from: number;
  readonly to: number;
  /** The strips with which the second column begins, and those after it. */
  readonly begins: readonly number[];
  /** Of the highest one. */
  readonly height: number;
  /** How much lower the last one is. */
  readonly short: number;
}

/** A paragraph by its index in the galley, and how many lines more it gets. */
export interface Loosened {
  readonly paragraph: number;
  readonly by: -1 | 1;
}

/** Figures by their indexes in the galley, from top to bottom. */
export interface FloatsOnPage {
  readonly head: readonly number[];
  /** Above the notes. */
  readonly foot: readonly number[];
}

/** Lines of a note. */
export interface NotePart {
  /** Index in the galley. */
  readonly note: number;
  readonly from: number;
  readonly to: number;
}

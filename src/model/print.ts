/**
 * Printed runs: what the browser made of each run, before the runs become one PDF.
 *
 * Every length is in points (1/72 inch). Every place is measured from the top left
 * corner of the trimmed page, rightwards and downwards.
 */

/**
 * A link to a place in another run is printed as a link to this address followed by
 * `encodeURIComponent(id)`: the browser drops links whose target is not in its document.
 * `.invalid` never resolves (RFC 2606), so a leftover can do no harm.
 */
export const PLACEHOLDER_URL = "https://colophon.invalid/#";

/** The place of an element. Its id is unique in the whole book. */
export interface Anchor {
  readonly id: string;
  /** Index in the run, from 0. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
}

/** Letters in one font. */
export interface FolioPiece {
  /** Key into the fonts that go with the runs. */
  readonly font: string;
  /** In reading order; letters that run to the left are drawn from right to left. */
  readonly text: string;
}

/** A place on a page for a folio, and the folio itself. */
export interface FolioSlot extends FolioPiece {
  /** Index in the run, from 0. */
  readonly page: number;
  /** Left edge, middle or right edge of the text, as `align` says. */
  readonly x: number;
  readonly baseline: number;
  readonly align: "left" | "center" | "right";
  /** Font size. */
  readonly size: number;
  /** Red, green and blue, each from 0 to 1. */
  readonly color: readonly [number, number, number];
  /** What follows at the right in other fonts. */
  readonly rest?: readonly FolioPiece[];
  readonly letterSpacing?: number;
}

/** A rectangle measured from the top left corner of the printed sheet (the MediaBox). */
export interface PageBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The boxes of a page inside the printed sheet: ISO 32000-1, 14.11.2. */
export interface PageBoxes {
  readonly trim: PageBox;
  readonly bleed: PageBox;
  /** What a viewer shows. */
  readonly crop: PageBox;
}

/** How the pages from `start` on are labelled: ISO 32000-1, 12.4.2. */
export interface PageLabelRange {
  /** Index of the first page of the range in the whole book, from 0. */
  readonly start: number;
  readonly style: "roman" | "ROMAN" | "decimal" | "none";
  readonly prefix?: string;
  /** Number of the first page, from 1. */
  readonly first: number;
}

/** An entry of the outline that viewers show beside the pages (bookmarks). */
export interface OutlineEntry {
  readonly title: string;
  /** Id of the element it leads to. */
  readonly id: string;
  readonly children: readonly OutlineEntry[];
  /** True when the entry shows its children from the start. */
  readonly expanded?: boolean;
}

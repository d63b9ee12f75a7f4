/** What the engine tells about the pages it made. Lengths are CSS points. */

/** One run after pagination, as the page's own script describes it. */
export interface Survey {
  readonly pages: SurveyedPage[];
  readonly anchors: Anchor[];
  readonly blocks: BlockBox[];
  readonly folios: FolioBox[];
  readonly images: ShownImage[];
  /** Notes that should stand beside the text, and stand at the feet of their pages: `file:line:column` of what calls each. */
  readonly notesAtFoot?: readonly string[];
}

export interface SurveyedPage {
  /** Names of the named pages (`@page chapter`) that it takes its style from. */
  readonly names: string[];
  readonly blank: boolean;
  /** Where in the source the page's text begins; undefined for a page without text of its own. */
  readonly begins?: TextPlace;
}

/** A place between two letters of a block. */
export interface TextPlace {
  /** `file:line:column` of the block. */
  readonly source: string;
  /** How many letters of the block come before it; white space and soft hyphens do not count. */
  readonly letters: number;
}

/** Where an element with an id begins, from the left and top edge of the page after cutting. */
export interface Anchor {
  readonly id: string;
  /** Index of the page in the run. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
}

/** A block of the sources, or the part of it that is on one page, from the left and top edge of the sheet. */
export interface BlockBox {
  /** `file:line:column` of the block. */
  readonly source: string;
  /** Index of the page in the run. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A margin box that shows the page number. The number is drawn when the whole book is known. Measured as anchors are. */
export interface FolioBox {
  readonly page: number;
  readonly x: number;
  readonly baseline: number;
  readonly align: "left" | "center" | "right";
  readonly size: number;
  readonly color: [number, number, number];
  readonly family: string;
  readonly weight: number;
  readonly style: "normal" | "italic";
  readonly letterSpacing: number;
  readonly direction: "ltr" | "rtl";
  /** The computed `content`: strings, `counter(page, …)` and `counter(pages, …)`. */
  readonly content: string;
}

/** An image on a page. */
export interface ShownImage {
  /** `file:line:column`; empty for an image of a template. */
  readonly source: string;
  /** The address that the document asked for. */
  readonly address: string;
  /** Pixels of the file, turned upright; 0 when the browser cannot read it. */
  readonly pixels: { readonly width: number; readonly height: number };
  /** The size at which it is printed, in points. */
  readonly printed: { readonly width: number; readonly height: number };
}

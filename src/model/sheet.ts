/** The sheet that a page of a print edition is printed on. */
import type { Trim } from "./publication.js";

export interface Sheet {
  /** The page after cutting. */
  readonly trim: Trim;
  /** How far what reaches the edge of the page is printed beyond it, on all sides, in points. */
  readonly bleed: number;
  /** What is printed around the bleed for those who cut. */
  readonly marks: readonly Mark[];
}

/** As in CSS Paged Media 3, section 7.3. */
export type Mark = "crop" | "cross";

/** What can be found out of parts of finished pages, whoever has made them. */
import type { PageText, TextPiece, TextUnit } from "../../readback/compare/run-text.js";
import type { FolioBox, ShownImage } from "../engine/survey.js";

export interface Findings {
  /** The text that went in. */
  units(): readonly TextUnit[];
  /** A text, or a part of it, as it stands on a page; none when nobody reads it. */
  pieceOf(text: string, parent: HTMLElement): TextPiece[];
  piecesIn(root: HTMLElement): TextPiece[];
  /** What style sheets and lists write, each with its element. */
  generatedIn(root: HTMLElement): (readonly [HTMLElement, TextPiece])[];
  marginsOf(page: HTMLElement): string[];
  areaOf(page: HTMLElement): PageText["area"];
  imagesIn(root: HTMLElement): ShownImage[];
  foliosOf(page: HTMLElement, index: number): FolioBox[];
  namesOf(page: HTMLElement): string[];
  /** Where each comes from: `file:line:column` of the nearest element that has a place. */
  sourcesOf(elements: readonly Element[]): string[];
}

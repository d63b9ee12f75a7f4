/** The pieces of a folio in their order on the page. */
import type { FolioPiece, FolioSlot } from "../../../model/print.js";

/** From left to right. */
export function piecesOf(slot: FolioSlot): readonly FolioPiece[] {
  return [slot, ...(slot.rest ?? [])];
}

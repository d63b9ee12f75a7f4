/** One product: an edition with what a build has made of it. */
import type { EditionResult } from "../model/edition-result.js";
import type { Edition, Publication } from "../model/publication.js";

export interface TradeItem {
  readonly publication: Publication;
  readonly edition: Edition;
  /** Its file and the facts of it. */
  readonly result: EditionResult;
}

/** Without the file, which may not be there. */
export function isPrint({ edition: { format, trade } }: Pick<TradeItem, "edition">): boolean {
  const form = trade?.form;
  if (form === undefined) return format === "pdf";
  return !["download", "online", "digital"].includes(form);
}

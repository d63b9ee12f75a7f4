/** The products of a build: every edition that was made, with its publication. */
import type { EditionResult } from "../model/edition-result.js";
import type { Publication } from "../model/publication.js";
import type { TradeItem } from "./item.js";

/** In the order of the publications and their editions; what failed is left out. */
export function tradeItems(
  publications: readonly Publication[],
  results: readonly EditionResult[],
): readonly TradeItem[] {
  const byName = new Map(results.map((each) => [JSON.stringify([each.publication, each.edition]), each]));
  return publications.flatMap((publication) =>
    publication.editions.flatMap((edition) => {
      const result = byName.get(JSON.stringify([publication.id, edition.id]));
      return result === undefined || result.status === "failed" ? [] : [{ publication, edition, result }];
    }),
  );
}

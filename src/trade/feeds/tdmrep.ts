/** `tdmrep.json`, for who puts editions on a server: TDM Reservation Protocol, W3C Community Group report of 10 May 2024, section 6.1. */
import { extensionOf } from "../../model/format.js";
import { TDM_RESERVATION } from "../../model/rights.js";
import type { TradeItem } from "../item.js";

/** The file belongs at `/.well-known/tdmrep.json`; locations are those of `<out>/<publication>/<edition>`. */
export function tdmrep(items: readonly TradeItem[]): string {
  const rules = items.flatMap(({ publication, edition }) => {
    const mining = edition.metadata.terms?.mining;
    if (mining === undefined) return [];
    return [
      {
        location: `/${publication.id}/${edition.id}.${extensionOf(edition)}`,
        "tdm-reservation": Number(TDM_RESERVATION[mining.status]),
        ...(mining.policy === undefined ? {} : { "tdm-policy": mining.policy }),
      },
    ];
  });
  return `${JSON.stringify(rules, null, 2)}\n`;
}

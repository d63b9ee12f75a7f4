/** The forms that metadata is given in beside ONIX, by name. A new one is its file, and a line. */
import type { TradeItem } from "../item.js";
import { citationCff } from "./citation-cff.js";
import { crossref } from "./crossref.js";
import { jsonLd } from "./json-ld.js";
import { marcXml } from "./marcxml.js";
import { tdmrep } from "./tdmrep.js";

export const FEEDS = {
  "json-ld": jsonLd,
  marcxml: marcXml,
  cff: citationCff,
  crossref,
  tdmrep,
} as const satisfies Record<string, (items: readonly TradeItem[]) => string>;

export type Feed = keyof typeof FEEDS;

/** A message in ONIX for Books, release 3.0 or 3.1, with reference names. */
import type { TradeItem } from "../item.js";
import { latestDate } from "../latest-date.js";
import { product } from "./product.js";
import { element, type OnixElement, optional, written } from "./xml.js";

export const RELEASES = ["3.0", "3.1"] as const;

export type Release = (typeof RELEASES)[number];

export interface MessageOptions {
  readonly release: Release;
  /** When it is sent. Default: the latest date in it, so that the same sources give the same bytes. */
  readonly sent?: Date;
}

/** What nobody names. */
const UNNAMED = "Unnamed";

/** One message for all products, in their order. */
export function onixMessage(items: readonly TradeItem[], { release, sent }: MessageOptions): string {
  const moment = (sent ?? latestDate(items)).toISOString();
  const today = moment.slice(0, 10);
  const root: OnixElement = {
    name: "ONIXMessage",
    attributes: { release, xmlns: `http://ns.editeur.org/onix/${release}/reference` },
    content: [header(items, moment), ...items.map((item) => product(item, siblingsOf(item, items), today))],
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root)}`;
}

function header(items: readonly TradeItem[], moment: string): OnixElement {
  const sender = items.map(({ edition }) => edition.trade?.sender).find((each) => each !== undefined);
  const publisher = items.map(({ edition }) => edition.metadata.publisher).find((each) => each !== undefined);
  return element("Header", [
    element("Sender", [
      element("SenderName", sender?.name ?? publisher ?? UNNAMED),
      optional("EmailAddress", sender?.email),
    ]),
    element("SentDateTime", moment.replace(/[-:]|\.\d+/g, "")),
  ]);
}

function siblingsOf(item: TradeItem, items: readonly TradeItem[]): readonly TradeItem[] {
  return items.filter((each) => each !== item && each.publication === item.publication);
}

/** Block 4 of a product record: who publishes it, where it stands, where it may be sold. */
import type { PublishingStatus } from "../../model/trade.js";
import type { TradeItem } from "../item.js";
import { STATUS_CODES } from "./codes.js";
import { territory } from "./territory.js";
import { element, type OnixElement, optional } from "./xml.js";

export function publishingDetail(item: TradeItem, today: string): OnixElement {
  const { metadata, trade } = item.edition;
  const { imprint, city, country, website } = trade ?? {};
  return element("PublishingDetail", [
    imprint === undefined ? undefined : element("Imprint", [element("ImprintName", imprint)]),
    publisher(metadata.publisher, website),
    optional("CityOfPublication", city),
    optional("CountryOfPublication", country),
    element("PublishingStatus", STATUS_CODES[statusOf(item, today)]),
    metadata.date === undefined ? undefined : publishingDate(metadata.date),
    ...copyright(item),
    ...(trade === undefined || trade.territory.length === 0
      ? []
      : [element("SalesRights", [element("SalesRightsType", "01"), territory(trade.territory)])]),
  ]);
}

/** What is to be published on a later day is forthcoming. */
export function statusOf({ edition: { metadata, trade } }: TradeItem, today: string): PublishingStatus {
  if (trade?.status !== undefined) return trade.status;
  return metadata.date !== undefined && metadata.date > today ? "forthcoming" : "active";
}

function publisher(name: string | undefined, website: string | undefined): OnixElement | undefined {
  if (name === undefined) return undefined;
  return element("Publisher", [
    element("PublishingRole", "01"),
    element("PublisherName", name),
    website === undefined
      ? undefined
      : element("Website", [element("WebsiteRole", "02"), element("WebsiteLink", website)]),
  ]);
}

/** List 55, by the length of what is known of the date. */
const DATE_FORMATS: Readonly<Record<number, string>> = { 4: "05", 6: "01", 8: "00" };

export function dateElement(date: string): OnixElement {
  const digits = date.replaceAll("-", "");
  return { ...element("Date", digits), attributes: { dateformat: DATE_FORMATS[digits.length] ?? "00" } };
}

function publishingDate(date: string): OnixElement {
  return element("PublishingDate", [element("PublishingDateRole", "01"), dateElement(date)]);
}

/** A statement for each year that its holders share. */
function copyright({ edition: { metadata } }: TradeItem): OnixElement[] {
  const holders = metadata.terms?.holders ?? [];
  const years = [...new Set(holders.map(({ year }) => year))];
  return years.map((year) =>
    element("CopyrightStatement", [
      year === undefined ? undefined : element("CopyrightYear", year.slice(0, 4)),
      ...holders
        .filter((each) => each.year === year)
        .map(({ name }) => element("CopyrightOwner", [element("PersonName", name)])),
    ]),
  );
}

/** Block 6 of a product record: who delivers it, whether it can be had, and for how much. */
import type { Price } from "../../model/trade.js";
import type { TradeItem } from "../item.js";
import { AVAILABILITY_CODES, AVAILABLE_WHEN } from "./codes.js";
import { dateElement, statusOf } from "./publishing.js";
import { territory } from "./territory.js";
import { element, type OnixElement, optional } from "./xml.js";

/** Undefined when nobody is known who delivers it. */
export function productSupply(item: TradeItem, today: string): OnixElement | undefined {
  const { metadata, trade } = item.edition;
  const supplier =
    trade?.supplier ?? (metadata.publisher === undefined ? undefined : { name: metadata.publisher });
  if (supplier === undefined) return undefined;
  const prices = trade?.prices ?? [];
  return element("ProductSupply", [
    trade === undefined || trade.territory.length === 0
      ? undefined
      : element("Market", [territory(trade.territory)]),
    element("SupplyDetail", [
      element("Supplier", [
        element("SupplierRole", trade?.supplier === undefined ? "01" : "00"),
        supplier.gln === undefined
          ? undefined
          : element("SupplierIdentifier", [
              element("SupplierIDType", "06"),
              element("IDValue", supplier.gln),
            ]),
        element("SupplierName", supplier.name),
        optional("EmailAddress", supplier.email),
        supplier.website === undefined
          ? undefined
          : element("Website", [element("WebsiteRole", "33"), element("WebsiteLink", supplier.website)]),
      ]),
      element("ProductAvailability", availability(item, today)),
      ...(prices.length > 0
        ? prices.map(priceOf)
        : [element("UnpricedItemType", trade?.free === true ? "01" : "02")]),
    ]),
  ]);
}

function availability(item: TradeItem, today: string): string {
  const own = item.edition.trade?.availability;
  const implied = AVAILABLE_WHEN[statusOf(item, today)];
  if (own !== undefined) return AVAILABILITY_CODES[own];
  if (implied === "cancelled") return "01";
  return implied === "postponed" ? "09" : AVAILABILITY_CODES[implied];
}

/** List 58. */
const PRICE_TYPE_CODES = {
  recommended: { excluded: "01", included: "02" },
  fixed: { excluded: "03", included: "04" },
} as const;

function priceOf({ amount, currency, type, tax, taxRate, countries, from, until }: Price): OnixElement {
  return element("Price", [
    element("PriceType", PRICE_TYPE_CODES[type][tax]),
    element("PriceAmount", amount),
    taxRate === undefined
      ? undefined
      : element("Tax", [element("TaxType", "01"), element("TaxRatePercent", String(taxRate))]),
    element("CurrencyCode", currency),
    countries.length === 0 ? undefined : territory(countries),
    ...(from === undefined ? [] : [priceDate("14", from)]),
    ...(until === undefined ? [] : [priceDate("15", until)]),
  ]);
}

function priceDate(role: string, date: string): OnixElement {
  return element("PriceDate", [element("PriceDateRole", role), dateElement(date)]);
}

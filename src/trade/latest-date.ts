/** When products were changed last: what is sent of them has that date, so that the same sources give the same bytes. */
import type { TradeItem } from "./item.js";

/** Of the last change, as ebooks have it, or of publication. */
export function latestDate(items: readonly TradeItem[]): Date {
  const dates = items.flatMap(({ edition: { metadata } }) => {
    const { modified, date } = metadata;
    if (modified !== undefined) return [modified.includes("T") ? modified : `${modified}T00:00:00Z`];
    return date === undefined ? [] : [`${`${date}-01-01`.slice(0, 10)}T00:00:00Z`];
  });
  return new Date(dates.sort().at(-1) ?? "2000-01-01T00:00:00Z");
}

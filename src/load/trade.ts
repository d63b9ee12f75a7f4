/** What the book trade is told of an edition, in the shape that the exports read. */
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";
import type { Cell, Row } from "../input/data/rows.js";
import type { Folder } from "../input/folder.js";
import { isbn13 } from "../model/isbn.js";
import type { Metadata } from "../model/metadata.js";
import type { Price, Supplier, Trade } from "../model/trade.js";
import type { Merged } from "./editions/merged.js";
import { readDataFile } from "./matrix/data-file.js";
import { price as priceSchema, type TradeDescription } from "./schema/trade-keys.js";

type PriceDescription = Exclude<NonNullable<TradeDescription["prices"]>, string>[number];

/** @returns undefined when the publication says nothing to the trade. */
export async function describedTrade(
  id: string,
  merged: Merged,
  metadata: Metadata,
  folder: Folder,
  report: Report,
): Promise<Trade | undefined> {
  const { trade } = merged.value;
  if (trade === undefined) return undefined;
  const { sender, ages } = trade;
  const prices = await pricesOf(id, merged, metadata, folder, report);
  return {
    onix: trade.onix ?? false,
    audiences: [trade.audience ?? []].flat(),
    prices,
    free: trade.prices === "free",
    territory: [trade.territory ?? []].flat(),
    related: trade.related ?? [],
    keywords: trade.keywords ?? [],
    ...(trade.supplier === undefined ? {} : { supplier: supplierOf(trade.supplier) }),
    ...(sender === undefined ? {} : { sender: senderOf(sender) }),
    ...(ages === undefined ? {} : { ages: defined(ages) }),
    ...plainOf(trade),
    location: merged.places.value(merged.pathOf("trade")),
  };
}

/** The keys that are what they are. */
function plainOf(trade: TradeDescription) {
  return defined({
    form: trade.form,
    formDescription: trade["form-description"],
    status: trade.status,
    availability: trade.availability,
    imprint: trade.imprint,
    city: trade.city,
    country: trade.country,
    website: trade.website,
    coverImage: trade["cover-image"],
    sample: trade.sample,
    weight: trade.weight,
    thickness: trade.thickness,
    shortDescription: trade["short-description"],
    editionNumber: trade.edition,
    accessibilityContact: trade["accessibility-contact"],
  });
}

type Defined<Values> = { [Key in keyof Values]?: Exclude<Values[Key], undefined> };

function defined<Values extends object>(values: Values): Defined<Values> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Defined<Values>;
}

function senderOf(sender: NonNullable<TradeDescription["sender"]>): NonNullable<Trade["sender"]> {
  if (typeof sender === "string") return { name: sender };
  return { name: sender.name, ...(sender.email === undefined ? {} : { email: sender.email }) };
}

function supplierOf(supplier: NonNullable<TradeDescription["supplier"]>): Supplier {
  if (typeof supplier === "string") return { name: supplier };
  const { name, ...rest } = supplier;
  return { name, ...defined(rest) };
}

async function pricesOf(
  id: string,
  { value: { trade }, places, pathOf }: Merged,
  metadata: Metadata,
  folder: Folder,
  report: Report,
): Promise<readonly Price[]> {
  const prices = trade?.prices;
  if (prices === undefined || prices === "free") return [];
  if (typeof prices !== "string") return prices.map(priceOf);
  const rows = await readDataFile(prices, places.value([...pathOf("trade"), "prices"]), folder, report);
  return (rows ?? []).filter((row) => isFor(row, id, metadata)).flatMap((row) => priceOfRow(row, report));
}

function priceOf(described: PriceDescription): Price {
  const { amount, currency, type, tax, countries, from, until } = described;
  const rate = described["tax-rate"];
  return {
    amount: String(amount),
    currency,
    type: type ?? "recommended",
    tax: tax ?? "included",
    countries: [countries ?? []].flat(),
    ...(rate === undefined ? {} : { taxRate: rate }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
}

/** A row is for the edition whose ISBN or name it has. */
function isFor(row: Row, id: string, { identifier }: Metadata): boolean {
  const isbn = String(row.get("isbn")?.value ?? "").replace(/^urn:isbn:/i, "");
  if (isbn !== "") return isbn13(`urn:isbn:${isbn}`) === isbn13(identifier);
  return String(row.get("edition")?.value ?? "") === id;
}

const COLUMNS = ["amount", "currency", "type", "tax", "tax-rate", "countries", "from", "until"];

function priceOfRow(row: Row, report: Report): Price[] {
  const cells = COLUMNS.flatMap((name): [string, Cell][] => {
    const cell = row.get(name);
    return cell === undefined || cell.value === "" ? [] : [[name, cell]];
  });
  const described = Object.fromEntries(cells.map(([name, { value }]) => [name, cellValue(name, value)]));
  const parsed = priceSchema.safeParse(described);
  if (parsed.success) return [priceOf(parsed.data)];
  for (const { path } of parsed.error.issues) {
    const name = String(path[0] ?? "amount");
    const cell = row.get(name) ?? [...row.values()][0];
    const message =
      cell && row.has(name) ? `\`${name}\` cannot be \`${cell.value}\`` : `The price has no \`${name}\``;
    report(
      diagnostic("bad-data", message, cell?.location, "Write it as in `trade` → `prices`: 12.99 and EUR"),
    );
  }
  return [];
}

function cellValue(name: string, value: Cell["value"]): unknown {
  if (name === "countries")
    return String(value)
      .trim()
      .split(/[\s,;]+/);
  if (name === "tax-rate") return Number(value);
  return String(value);
}

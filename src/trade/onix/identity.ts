/** What a product is called by machines: ISBN, DOI, or an identifier of the publisher's own. */
import { doiIn } from "../../model/doi.js";
import { isbn13 } from "../../model/isbn.js";
import type { TradeItem } from "../item.js";
import { element, type OnixElement } from "./xml.js";

/** Names a record for good: shops take a later one with the same name in its place. */
export function recordReference({ publication, edition }: TradeItem): string {
  const { identifier } = edition.metadata;
  const name = isbn13(identifier) ?? `${identifier}.${publication.id}.${edition.id}`;
  return name.replace(/\s+/g, "-").slice(-100);
}

export function productIdentifiers(item: TradeItem): OnixElement[] {
  const { identifier } = item.edition.metadata;
  const isbn = isbn13(identifier);
  if (isbn !== undefined) return [identifierOf("15", isbn), identifierOf("03", isbn)];
  const doi = doiIn(identifier);
  if (doi !== undefined) return [identifierOf("06", doi)];
  return [identifierOf("01", recordReference(item), "Colophon")];
}

function identifierOf(type: string, value: string, name?: string): OnixElement {
  return element("ProductIdentifier", [
    element("ProductIDType", type),
    name === undefined ? undefined : element("IDTypeName", name),
    element("IDValue", value),
  ]);
}

/** Of another product, by its ISBN. */
export function isbnIdentifier(isbn: string): OnixElement {
  return identifierOf("15", isbn);
}

/** A product record: the blocks of ONIX 3.0 and 3.1 in their order. */
import { isbn13 } from "../../model/isbn.js";
import { isPrint, type TradeItem } from "../item.js";
import { RELATION_CODES } from "./codes.js";
import { descriptiveDetail } from "./descriptive.js";
import { isbnIdentifier, productIdentifiers, recordReference } from "./identity.js";
import { publishingDetail } from "./publishing.js";
import { productSupply } from "./supply.js";
import { element, type OnixElement, optional } from "./xml.js";

/**
 * @param siblings the other editions of the publication in the message.
 * @param today `YYYY-MM-DD`, as the message says it is sent.
 */
export function product(item: TradeItem, siblings: readonly TradeItem[], today: string): OnixElement {
  const { trade, metadata } = item.edition;
  return element("Product", [
    element("RecordReference", recordReference(item)),
    element("NotificationType", "03"),
    element("RecordSourceType", "01"),
    optional("RecordSourceName", trade?.sender?.name ?? metadata.publisher),
    ...productIdentifiers(item),
    descriptiveDetail(item),
    collateral(item),
    publishingDetail(item, today),
    related(item, siblings),
    productSupply(item, today),
  ]);
}

/** Block 2: descriptions, notices, where cover and sample are. */
function collateral({ edition, result }: TradeItem): OnixElement | undefined {
  const { metadata, trade } = edition;
  const statements = result.provenance?.statements ?? [];
  const texts = [
    text("02", trade?.shortDescription),
    text("03", metadata.description),
    text("13", statements.length === 0 ? undefined : statements.join(" ")),
  ];
  const resources = [resource("01", "03", trade?.coverImage), resource("15", "04", trade?.sample)];
  const all = [...texts, ...resources].filter((each) => each !== undefined);
  return all.length === 0 ? undefined : element("CollateralDetail", all);
}

/** For everybody. */
const UNRESTRICTED = "00";

function text(type: string, content: string | undefined): OnixElement | undefined {
  if (content === undefined) return undefined;
  return element("TextContent", [
    element("TextType", type),
    element("ContentAudience", UNRESTRICTED),
    element("Text", content),
  ]);
}

function resource(type: string, mode: string, address: string | undefined): OnixElement | undefined {
  if (address === undefined) return undefined;
  return element("SupportingResource", [
    element("ResourceContentType", type),
    element("ContentAudience", UNRESTRICTED),
    element("ResourceMode", mode),
    element("ResourceVersion", [element("ResourceForm", "02"), element("ResourceLink", address)]),
  ]);
}

/** Block 5: the work, the other forms of the book, and what else the publication names. */
function related(item: TradeItem, siblings: readonly TradeItem[]): OnixElement | undefined {
  const { metadata, trade } = item.edition;
  const work = metadata.workIdentifier;
  const products = [
    ...siblings.map((each) => relatedProduct(relationTo(item, each), productIdentifiers(each))),
    ...(trade?.related ?? []).map(({ relation, identifier }) =>
      relatedProduct(RELATION_CODES[relation], [isbnIdentifier(isbn13(identifier) ?? identifier)]),
    ),
  ];
  const works = work === undefined ? [] : [relatedWork(work)];
  if (products.length + works.length === 0) return undefined;
  return element("RelatedMaterial", [...works, ...products]);
}

/** List 51: an ebook is made from its print edition, and the other way round; of one kind, it is another form. */
function relationTo(item: TradeItem, other: TradeItem): string {
  const isSameLanguage = item.edition.metadata.language === other.edition.metadata.language;
  if (!isSameLanguage) return RELATION_CODES["other-language"];
  if (isPrint(item) === isPrint(other)) return "06";
  return isPrint(other) ? "13" : "27";
}

function relatedProduct(relation: string, identifiers: readonly OnixElement[]): OnixElement {
  return element("RelatedProduct", [element("ProductRelationCode", relation), ...identifiers]);
}

function relatedWork(identifier: string): OnixElement {
  const isbn = isbn13(identifier);
  return element("RelatedWork", [
    element("WorkRelationCode", "01"),
    element("WorkIdentifier", [
      element("WorkIDType", isbn === undefined ? "01" : "15"),
      isbn === undefined ? element("IDTypeName", "URN") : undefined,
      element("IDValue", isbn ?? identifier),
    ]),
  ]);
}

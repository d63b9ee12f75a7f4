/**
 * What Crossref is sent to register the DOIs of reports: a batch in its deposit schema 5.3.1 (`report-paper`),
 * https://www.crossref.org/documentation/schema-library/markup-guide-record-types/reports-and-working-papers/.
 */
import { doiIn } from "../../model/doi.js";
import { isbn13 } from "../../model/isbn.js";
import type { Contributor } from "../../model/metadata.js";
import { isPrint, type TradeItem } from "../item.js";
import { latestDate } from "../latest-date.js";
import { element, type OnixElement, optional, written } from "../onix/xml.js";

const VERSION = "5.3.1";
const SCHEMA = `http://www.crossref.org/schema/${VERSION}`;

/** Each DOI once, however many editions have it; what has none is left out. */
export function crossref(items: readonly TradeItem[]): string {
  const works = new Map<string, TradeItem[]>();
  for (const item of items) {
    const doi = doiOf(item);
    if (doi !== undefined) works.set(doi, [...(works.get(doi) ?? []), item]);
  }
  const root: OnixElement = {
    name: "doi_batch",
    attributes: {
      version: VERSION,
      xmlns: SCHEMA,
      "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
      "xmlns:jats": "http://www.ncbi.nlm.nih.gov/JATS1",
      "xmlns:ai": "http://www.crossref.org/AccessIndicators.xsd",
      "xsi:schemaLocation": `${SCHEMA} https://www.crossref.org/schemas/crossref${VERSION}.xsd`,
    },
    content: [
      head(items),
      element(
        "body",
        [...works].map(([doi, editions]) => report(doi, editions)),
      ),
    ],
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root)}`;
}

/** Of the edition, or of the work that it is one of. */
export function doiOf({ edition: { metadata } }: TradeItem): string | undefined {
  return doiIn(metadata.identifier) ?? doiIn(metadata.workIdentifier);
}

function head(items: readonly TradeItem[]): OnixElement {
  const stamp = latestDate(items).toISOString().replace(/\D/g, "").slice(0, 14);
  const [sender] = items.flatMap(({ edition }) => edition.trade?.sender ?? []);
  const [publisher = ""] = items.flatMap(({ edition }) => edition.metadata.publisher ?? []);
  return element("head", [
    element("doi_batch_id", `${items[0]?.publication.id ?? "none"}-${stamp}`),
    element("timestamp", stamp),
    element("depositor", [
      element("depositor_name", sender?.name ?? publisher),
      element("email_address", sender?.email ?? ""),
    ]),
    element("registrant", publisher),
  ]);
}

function report(doi: string, [item, ...others]: readonly TradeItem[]): OnixElement {
  const { metadata, trade } = item!.edition;
  const { description, terms } = metadata;
  return element("report-paper", [
    {
      name: "report-paper_metadata",
      attributes: { language: metadata.language.split("-")[0]!.toLowerCase() },
      content: element("", [
        contributors(metadata.contributors),
        element("titles", [element("title", metadata.title), optional("subtitle", metadata.subtitle)]),
        description === undefined ? undefined : element("jats:abstract", [element("jats:p", description)]),
        optional("edition_number", trade?.editionNumber),
        date(metadata.date, item!),
        ...[item!, ...others].map(isbn),
        element("publisher", [
          element("publisher_name", metadata.publisher ?? ""),
          optional("publisher_place", trade?.city),
        ]),
        licences(terms?.licence?.url, terms?.mining?.policy),
        element("doi_data", [element("doi", doi), element("resource", trade?.website ?? "")]),
      ]).content,
    },
  ]);
}

/** Those that Crossref knows. A machine is no author of a record. */
const ROLES: Readonly<Record<string, string>> = { aut: "author", edt: "editor", trl: "translator" };

function contributors(all: readonly Contributor[]): OnixElement | undefined {
  const people = all.filter(
    ({ role, provenance }) => ROLES[role] !== undefined && provenance?.made !== "generated",
  );
  if (people.length === 0) return undefined;
  return element(
    "contributors",
    people.map(({ name, fileAs, role, kind }, index) => {
      const attributes = {
        sequence: index === 0 ? "first" : "additional",
        contributor_role: ROLES[role]!,
      };
      if (kind === "organisation") return { name: "organization", attributes, content: name };
      return { name: "person_name", attributes, content: nameParts(name, fileAs) };
    }),
  );
}

/** Which part is the surname is known of a name as it is sorted: `Roe, Ada`. */
function nameParts(name: string, fileAs: string | undefined): OnixElement[] {
  const [, surname = name, given] = /^([^,]+),\s*(.+)$/.exec(fileAs ?? "") ?? [];
  return [optional("given_name", given), element("surname", surname)].flatMap((each) => each ?? []);
}

function date(written: string | undefined, item: TradeItem): OnixElement | undefined {
  const [year, month, day] = written?.split("-") ?? [];
  if (year === undefined) return undefined;
  const parts = [optional("month", month), optional("day", day), element("year", year)];
  const content = parts.flatMap((each) => each ?? []);
  return {
    name: "publication_date",
    attributes: { media_type: isPrint(item) ? "print" : "online" },
    content,
  };
}

function isbn(item: TradeItem): OnixElement | undefined {
  const number = isbn13(item.edition.metadata.identifier);
  if (number === undefined) return undefined;
  return {
    name: "isbn",
    attributes: { media_type: isPrint(item) ? "print" : "electronic" },
    content: number,
  };
}

function licences(licence: string | undefined, mining: string | undefined): OnixElement | undefined {
  const reference = (applies_to: string, address: string | undefined): OnixElement[] =>
    address === undefined ? [] : [{ name: "ai:license_ref", attributes: { applies_to }, content: address }];
  const content = [...reference("vor", licence), ...reference("tdm", mining)];
  return content.length === 0
    ? undefined
    : { name: "ai:program", attributes: { name: "AccessIndicators" }, content };
}

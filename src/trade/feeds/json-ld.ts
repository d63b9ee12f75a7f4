/** Publications and their editions as schema.org has them, for websites: https://schema.org/Book. */
import { isbn13 } from "../../model/isbn.js";
import type { Contributor } from "../../model/metadata.js";
import { SOURCE_TYPE_OF } from "../../model/provenance.js";
import { isPrint, type TradeItem } from "../item.js";

/** Properties of a work by the role of a contributor; others have contributed. */
const ROLES: Readonly<Record<string, string>> = {
  aut: "author",
  edt: "editor",
  ill: "illustrator",
  trl: "translator",
  nrt: "readBy",
};

export function jsonLd(items: readonly TradeItem[]): string {
  const graph = items.map(bookOf);
  return `${JSON.stringify({ "@context": "https://schema.org", "@graph": graph }, null, 2)}\n`;
}

function bookOf(item: TradeItem): Record<string, unknown> {
  const { edition, result } = item;
  const { metadata, trade, provenance } = edition;
  const isbn = isbn13(metadata.identifier);
  const { series, terms } = metadata;
  const accessibility = result.accessibility;
  return withoutGaps({
    "@type": "Book",
    "@id": metadata.identifier,
    name: metadata.title,
    alternativeHeadline: metadata.subtitle,
    ...peopleOf(item),
    inLanguage: metadata.language,
    publisher: metadata.publisher && { "@type": "Organization", name: metadata.publisher },
    datePublished: metadata.date,
    description: metadata.description,
    ...subjectsOf(item),
    isbn,
    bookFormat: `https://schema.org/${isPrint(item) ? (trade?.form === "hardback" ? "Hardcover" : "Paperback") : "EBook"}`,
    bookEdition: trade?.editionNumber?.toString(),
    numberOfPages: edition.format === "pdf" ? result.extent : undefined,
    isPartOf: series && withoutGaps({ "@type": "BookSeries", name: series.name }),
    position: series?.position,
    license: terms?.licence?.url,
    copyrightHolder: terms?.holders.map(({ name }) => ({ "@type": "Person", name })),
    copyrightNotice: metadata.rights,
    creditText: result.provenance?.statements.join(" ") || undefined,
    digitalSourceType: provenance?.parts.text && SOURCE_TYPE_OF[provenance.parts.text.made],
    accessMode: accessibility?.modes,
    accessModeSufficient: accessibility?.sufficient.map((each) => ({
      "@type": "ItemList",
      itemListElement: each.split(","),
    })),
    accessibilityFeature: accessibility?.features,
    accessibilityHazard: accessibility?.hazards,
    accessibilitySummary: accessibility?.summary,
    image: trade?.coverImage,
    url: trade?.website,
    offers: trade?.prices.map(({ amount, currency, countries }) =>
      withoutGaps({ "@type": "Offer", price: amount, priceCurrency: currency, eligibleRegion: countries }),
    ),
  });
}

/** A machine is no person; of a name alone nobody knows whether it is that of one. */
function peopleOf({ edition }: TradeItem): Record<string, unknown> {
  const found: Record<string, unknown[]> = {};
  for (const contributor of edition.metadata.contributors) {
    const type = typeOf(contributor);
    const property = type === MACHINE ? "contributor" : (ROLES[contributor.role] ?? "contributor");
    found[property] = [...(found[property] ?? []), withoutGaps({ "@type": type, name: contributor.name })];
  }
  return found;
}

const MACHINE = "SoftwareApplication";

function typeOf({ kind, fileAs, provenance }: Contributor): string | undefined {
  if (provenance?.made === "generated") return MACHINE;
  if (kind === "organisation") return "Organization";
  return kind === "person" || fileAs?.includes(",") ? "Person" : undefined;
}

/** Codes are terms of their schemes; words are keywords. */
function subjectsOf({ edition: { metadata, trade } }: TradeItem): Record<string, unknown> {
  const words = metadata.subjects.filter(({ code }) => code === undefined).map(({ term }) => term);
  const coded = metadata.subjects.filter(({ code }) => code !== undefined);
  return {
    keywords: [...words, ...(trade?.keywords ?? [])],
    about: coded.map(({ scheme, code, term }) =>
      withoutGaps({
        "@type": "DefinedTerm",
        termCode: code,
        inDefinedTermSet: scheme,
        name: term === code ? undefined : term,
      }),
    ),
  };
}

function withoutGaps(values: Record<string, unknown>): Record<string, unknown> {
  const isThere = (value: unknown) =>
    value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(values).filter(([, value]) => isThere(value)));
}

/**
 * What the package document says of rights and of how the book was made: TDMRep (W3C Community Group report of
 * 10 May 2024, section 6.2), DCMI terms, the digital source types of IPTC, and our own words for what they lack.
 */
import type { Book } from "../../../model/book.js";
import type { EpubDocument } from "../../../model/ebook.js";
import {
  MADE_NAMESPACE,
  MADE_PARTS,
  type MadePlace,
  SOURCE_TYPE_OF,
  type Statement,
} from "../../../model/provenance.js";
import { TDM_RESERVATION } from "../../../model/rights.js";

interface Meta {
  readonly id?: string;
  readonly refines?: string;
  readonly property: string;
  readonly value: string;
}

export interface Declared {
  /** Value of the attribute `prefix`; missing when none of its words are used. */
  readonly prefix?: string;
  readonly metas: readonly Meta[];
}

/** Vocabularies that EPUB does not reserve, by the prefixes that we use. */
const PREFIXES = { tdm: "http://www.w3.org/ns/tdmrep#", made: MADE_NAMESPACE } as const;

export function declaredOf(
  book: Book,
  documents: readonly EpubDocument[],
  images: ImageIds,
  people: readonly Person[],
): Declared {
  const items = itemsOf(documents, images, people);
  const metas = [...rightsOf(book), ...wholeOf(book), ...placesOf(book, items)];
  const used = Object.entries(PREFIXES).filter(([prefix]) =>
    metas.some(({ property }) => property.startsWith(`${prefix}:`)),
  );
  if (used.length === 0) return { metas };
  return { prefix: used.map(([prefix, address]) => `${prefix}: ${address}`).join(" "), metas };
}

/** Ids of images in the manifest, by their keys. */
export type ImageIds = ReadonlyMap<string, string>;

/** A contributor, as the package document names it. */
interface Person {
  readonly id: string;
  readonly name: string;
}

function rightsOf({ metadata: { terms } }: Book): Meta[] {
  if (terms === undefined) return [];
  const { licence, holders, mining } = terms;
  return [
    ...holders.map(({ name }) => ({ property: "dcterms:rightsHolder", value: name })),
    ...(licence === undefined ? [] : [{ property: "dcterms:license", value: licence.url }]),
    ...(mining === undefined ? [] : [{ property: "tdm:reservation", value: TDM_RESERVATION[mining.status] }]),
    ...(mining?.policy === undefined ? [] : [{ property: "tdm:policy", value: mining.policy }]),
  ];
}

function wholeOf({ edition }: Book): Meta[] {
  const parts = edition.provenance?.parts ?? {};
  const text = parts.text;
  return [
    ...(text === undefined
      ? []
      : [{ property: "schema:digitalSourceType", value: SOURCE_TYPE_OF[text.made] }]),
    ...MADE_PARTS.flatMap((part) => {
      const statement = parts[part];
      if (statement === undefined) return [];
      const id = `made-${part}`;
      return [{ id, property: `made:${part}`, value: statement.made }, ...details(statement, `#${id}`)];
    }),
    ...(edition.provenance?.responsible ?? []).map((value) => ({ property: "made:responsible", value })),
  ];
}

function details({ tools, reviewers, date, extent, editing }: Statement, refines: string): Meta[] {
  const single = { date, extent, editing };
  return [
    ...tools.map((value) => ({ refines, property: "made:tool", value })),
    ...reviewers.map((value) => ({ refines, property: "made:reviewer", value })),
    ...Object.entries(single).flatMap(([name, value]) =>
      value === undefined ? [] : [{ refines, property: `made:${name}`, value }],
    ),
  ];
}

/** Ids in the package document, of what says how it was made. */
function itemsOf(
  documents: readonly EpubDocument[],
  images: ImageIds,
  people: readonly Person[],
): (place: MadePlace) => string | undefined {
  const sections = new Set(documents.map(({ section }) => section));
  return ({ kind, name, id }) => {
    if (kind === "image") return images.get(name);
    if (kind === "contributor") return people.find((each) => each.name === name)?.id;
    return kind === "section" && id !== undefined && sections.has(id) ? `section-${id}` : undefined;
  };
}

/** Passages have no item; they say it where they stand. */
function placesOf({ made }: Book, itemOf: (place: MadePlace) => string | undefined): Meta[] {
  return made.flatMap((place) => {
    const item = itemOf(place);
    if (item === undefined) return [];
    const { statement } = place;
    const refines = `#${item}`;
    return [
      { refines, property: "schema:digitalSourceType", value: SOURCE_TYPE_OF[statement.made] },
      { refines, property: "made:work", value: statement.made },
      ...details(statement, refines),
    ];
  });
}

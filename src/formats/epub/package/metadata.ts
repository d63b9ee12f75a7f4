/** The metadata of the package document (EPUB 3.3, 5.5), in the shape that its template reads. */
import { languagesOf } from "../../../adapt/languages.js";
import type { Book } from "../../../model/book.js";
import type { Contributor, Metadata, Subject } from "../../../model/metadata.js";

/** Subject schemes under the names that EPUB reserves for `authority`. */
const AUTHORITIES: Readonly<Record<string, string>> = {
  aat: "AAT",
  bic: "BIC",
  bisac: "BISAC",
  clc: "CLC",
  clil: "CLIL",
  ddc: "DDC",
  eurovoc: "EuroVoc",
  lcsh: "LCSH",
  medtop: "MEDTOP",
  ndc: "NDC",
  thema: "Thema",
  udc: "UDC",
  wgs: "WGS",
};

export function packageMetadata(book: Book) {
  const { metadata } = book;
  return {
    identifiers: identifiers(metadata),
    ...named(metadata),
    languages: languagesOf(book),
    subjects: metadata.subjects.map(subject),
    // As text, so that the first place of a series from 0 is not left out.
    position: metadata.series?.position?.toString(),
  };
}

/** All of them, with their ids. */
export function peopleOf({ metadata }: Book) {
  const { creators, contributors } = named(metadata);
  return [...creators, ...contributors];
}

function named(metadata: Metadata) {
  const { creators, contributors } = people(metadata);
  return {
    creators: creators.map((each, index) => person(each, "creator", index)),
    contributors: contributors.map((each, index) => person(each, "contributor", index)),
  };
}

/** The edition's own identifier is the unique one; that of the work follows. */
function identifiers(metadata: Metadata) {
  const all = [metadata.identifier, metadata.workIdentifier].filter((each) => each !== undefined);
  return [...new Set(all)].map((value, index) => ({
    id: index === 0 ? "identifier" : "work-identifier",
    value,
    isbn: /^urn:isbn:/i.test(value),
  }));
}

/** Shops list creators on the book's page: its authors, or those named first where it has none. */
function people({ contributors }: Metadata) {
  const roles = contributors.map((each) => each.role);
  const leading = roles.includes("aut") ? "aut" : roles[0];
  return {
    creators: contributors.filter((each) => each.role === leading),
    contributors: contributors.filter((each) => each.role !== leading),
  };
}

function person({ name, fileAs, role }: Contributor, kind: string, index: number) {
  return { id: `${kind}-${index + 1}`, name, fileAs, role, sequence: index + 1 };
}

/** The refinement needs both a scheme and a code (EPUB 3.3, D.3.1 and D.3.10). */
function subject({ term, scheme, code }: Subject, index: number) {
  const authority = scheme === undefined || code === undefined ? undefined : authorityOf(scheme);
  return { id: `subject-${index + 1}`, term: term || code, authority, code };
}

function authorityOf(scheme: string): string | undefined {
  return AUTHORITIES[scheme.toLowerCase()] ?? (URL.canParse(scheme) ? scheme : undefined);
}

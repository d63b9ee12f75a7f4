/**
 * What a project of another tool says that its book is called by: `isbn`, `doi`, or `identifier` with a scheme, as Pandoc has
 * it (https://pandoc.org/MANUAL.html#epub-metadata).
 */
import { identifierFault, isIsbn } from "../schema/identifier.js";
import { textOf, textsOf, type Values, valuesOf } from "./values.js";

export interface Identifiers {
  /** Of the work: the address of a DOI, a UUID or a URL. */
  readonly work?: string;
  /** `urn:isbn:…`: tools that have one write it into ebooks. */
  readonly isbn?: string;
  /** What is said to be an ISBN and is none. */
  readonly badIsbn?: string;
}

/** What is no identifier of any kind is another tool's own. */
export function identifiersIn(values: Values): Identifiers {
  const said = [
    ...textsOf(values.isbn).map((text) => ({ scheme: "isbn", text })),
    ...textsOf(values.doi).map((text) => ({ scheme: "doi", text })),
    ...[values.identifier ?? []].flat().flatMap(schemed),
  ];
  const isbns = said.flatMap(({ scheme, text }) => isbnIn(scheme, text) ?? []);
  const works = said.flatMap(({ scheme, text }) => doiIn(scheme, text) ?? otherIn(text) ?? []);
  const isbn = isbns.find(isIsbn);
  return {
    ...(works[0] === undefined ? {} : { work: works[0] }),
    ...(isbn === undefined ? {} : { isbn: `urn:isbn:${isbn}` }),
    ...(isbn === undefined && isbns[0] !== undefined ? { badIsbn: isbns[0] } : {}),
  };
}

function schemed(item: unknown) {
  const { scheme, text } = valuesOf(item);
  const words = textOf(text) ?? textOf(item);
  return words === undefined ? [] : [{ scheme: textOf(scheme)?.toLowerCase() ?? "", text: words }];
}

/** The digits, with their hyphens; undefined for what nobody says is an ISBN. */
function isbnIn(scheme: string, text: string): string | undefined {
  const bare = text.replace(/^(?:urn:)?isbn(?:-1[03])?[:\s]*/i, "");
  if (bare !== text || scheme.startsWith("isbn")) return bare;
  return scheme === "" && isIsbn(bare) ? bare : undefined;
}

function doiIn(scheme: string, text: string): string | undefined {
  const name = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,}\/\S+)$/i.exec(text)?.[1];
  return name === undefined || (name === text && scheme !== "doi") ? undefined : `https://doi.org/${name}`;
}

function otherIn(text: string): string | undefined {
  const urn = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)
    ? `urn:uuid:${text}`
    : text;
  return /^(?:urn:isbn:)/i.test(urn) || identifierFault(urn) !== undefined ? undefined : urn;
}

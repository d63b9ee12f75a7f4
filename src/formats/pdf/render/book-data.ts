/** What any template may say of the book, the same for all of its sections. */
import { colophonImprint, publisherLine, rightsLine } from "../../../adapt/colophon-imprint.js";
import type { Book } from "../../../model/book.js";
import type { Edition } from "../../../model/publication.js";
import { withCodePoints } from "../../../theme/glyphs/glyphs-report.js";

export interface BookData {
  /** Whose words the helper `t` says. */
  readonly wording: Edition;
  readonly metadata: unknown;
  readonly year: string | undefined;
  readonly credits: unknown;
  /** What the copyright page says of rights and of how the book was made. */
  readonly imprint: unknown;
  readonly rightsLine: unknown;
  /** Publisher and year. */
  readonly publisherLine: unknown;
  /** The same for a colophon, when there is no copyright page. */
  readonly colophonImprint: unknown;
  readonly isbn: string | undefined;
  readonly variables: unknown;
}

/** @param unreadable letters without a font: others stand in for them. */
export function bookData(book: Book, unreadable: ReadonlySet<string> | undefined): BookData {
  const { metadata, credits, imprint, isbn, edition } = book;
  const shown = (data: unknown): unknown => mapStrings(data, (text) => withCodePoints(text, unreadable));
  return {
    wording: edition,
    metadata: shown(metadata),
    year: metadata.date?.slice(0, 4),
    credits: shown(credits),
    imprint: shown(imprint),
    rightsLine: shown(rightsLine(book)),
    publisherLine: shown(publisherLine(book)),
    colophonImprint: shown(colophonImprint(book)),
    isbn,
    variables: shown(edition.variables),
  };
}

/** Changes all strings in data for templates. */
function mapStrings(data: unknown, change: (text: string) => string): unknown {
  if (typeof data === "string") return change(data);
  if (Array.isArray(data)) return data.map((each) => mapStrings(each, change));
  if (data === null || typeof data !== "object") return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, mapStrings(value, change)]));
}

/** What any template may say of the book, the same for all of its sections. */
import type { Book } from "../../../model/book.js";
import type { Edition } from "../../../model/publication.js";
import { withCodePoints } from "../../../theme/glyphs/glyphs-report.js";

export interface BookData {
  /** Whose words the helper `t` says. */
  readonly wording: Edition;
  readonly metadata: unknown;
  readonly year: string | undefined;
  readonly credits: unknown;
  readonly isbn: string | undefined;
  readonly variables: unknown;
}

/** @param unreadable letters without a font: others stand in for them. */
export function bookData(
  { metadata, credits, isbn, edition }: Book,
  unreadable: ReadonlySet<string> | undefined,
): BookData {
  const shown = (data: unknown): unknown => mapStrings(data, (text) => withCodePoints(text, unreadable));
  return {
    wording: edition,
    metadata: shown(metadata),
    year: metadata.date?.slice(0, 4),
    credits: shown(credits),
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

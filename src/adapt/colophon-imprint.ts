/** Where the lines on rights and on how the book was made stand: on the copyright page, else in the colophon. */
import { imprintWord } from "../language/imprint.js";
import type { Book, ImprintLine } from "../model/book.js";

/** What a colophon that a template makes says of them: nothing when the copyright page does. */
export function colophonImprint({ sections, imprint }: Book): readonly ImprintLine[] {
  const isSaid = sections.some(({ role, bodies }) => role === "copyright-page" && bodies.length === 0);
  return isSaid ? [] : imprint;
}

/** The line of rights; nothing when it is the name of the licence alone, which a line of the imprint says in full. */
export function rightsLine({ metadata: { rights, terms } }: Book): string | undefined {
  return rights === terms?.licence?.name ? undefined : rights;
}

/** Who answers for the book, and since when: `Published by Example Press, 2026`; the year alone where nobody is named. */
export function publisherLine({ metadata }: Book): string | undefined {
  const { publisher, date, language, rights = "" } = metadata;
  const year = date?.slice(0, 4);
  // Who publishes their own work has said the year beside their name.
  if (publisher === undefined) return year !== undefined && rights.includes(year) ? undefined : year;
  const line = imprintWord(language, "published-by", { name: publisher });
  return year === undefined ? line : `${line}, ${year}`;
}

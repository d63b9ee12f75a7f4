/** Where the lines on rights and on how the book was made stand: on the copyright page, else in the colophon. */
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

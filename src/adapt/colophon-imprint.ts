/** Where the lines on rights and on how the book was made stand: on the copyright page, else in the colophon. */
import type { Book, ImprintLine } from "../model/book.js";

/** What a colophon that a template makes says of them: nothing when the copyright page does. */
export function colophonImprint({ sections, imprint }: Book): readonly ImprintLine[] {
  const isSaid = sections.some(({ role, bodies }) => role === "copyright-page" && bodies.length === 0);
  return isSaid ? [] : imprint;
}

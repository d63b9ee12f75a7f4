/** The languages that whole sections of a book are written in (BCP 47): that of the book first. */
import type { Book } from "../model/book.js";

export function languagesOf({ metadata, sections }: Book): string[] {
  return [...new Set([metadata.language, ...sections.map(({ language }) => language)])];
}

/** Tells of pictures whose content credentials (C2PA) do not hold any more: they are signed for the bytes as they were. */
import { diagnostic, type Report } from "../../../diagnostics/diagnostic.js";
import type { Book } from "../../../model/book.js";

/** @param shown the book with its pictures as the ebook has them. */
export function reportLostCredentials(book: Book, shown: Book, report: Report): void {
  const told = new Set<string>();
  for (const [key, { path, origin, bytes }] of book.resources) {
    const isSame = shown.resources.get(key)?.bytes === bytes;
    if (origin?.credentials !== true || isSame || told.has(path)) continue;
    told.add(path);
    const message = `The image \`${path}\` loses its content credentials, since the ebook has it in another form`;
    const hint = "Make it ready for ebooks before it is signed: JPEG or PNG, no wider than `image-width`";
    report(diagnostic("credentials-lost", message, book.edition.location, hint));
  }
}

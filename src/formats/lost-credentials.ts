/** Tells of pictures whose content credentials (C2PA) do not hold any more: they are signed for the bytes as they were. */
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";
import type { Book, Resource } from "../model/book.js";

/** What a format does to pictures. */
export interface CredentialsOf {
  /** Whether a picture is in the file byte by byte. */
  readonly isKept: (key: string, resource: Resource) => boolean;
  /** Why it is not: `since the ebook has it in another form`. */
  readonly reason: string;
  readonly hint: string;
}

export function reportLostCredentials(
  book: Book,
  { isKept, reason, hint }: CredentialsOf,
  report: Report,
): void {
  const told = new Set<string>();
  for (const [key, resource] of book.resources) {
    const { path, origin } = resource;
    if (origin?.credentials !== true || isKept(key, resource) || told.has(path)) continue;
    told.add(path);
    const message = `The image \`${path}\` loses its content credentials, ${reason}`;
    report(diagnostic("credentials-lost", message, book.edition.location, hint));
  }
}

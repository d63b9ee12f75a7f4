/** Who made the book, as title pages name them: one line for each role, in the order of the publication file. */
import { isWord, word } from "../language/words.js";
import type { Book, Credit } from "../model/book.js";
import type { Edition } from "../model/publication.js";

export function creditsOf({ metadata, edition }: Pick<Book, "metadata" | "edition">): Credit[] {
  const roles = [...new Set(metadata.contributors.map((each) => each.role))];
  return roles.map((role) => ({
    role,
    phrase: phraseFor(role, edition),
    people: metadata.contributors.filter((each) => each.role === role),
  }));
}

function phraseFor(role: string, edition: Edition): string | undefined {
  const key = `role-${role}`;
  return role !== "aut" && isWord(key) ? word(edition, edition.metadata.language, key) : undefined;
}

/** The ISBN of an identifier `urn:isbn:…`, as it is written there. */
export function isbnOf(identifier: string): string | undefined {
  return /^urn:isbn:([\dXx-]+)$/i.exec(identifier)?.[1];
}

/** Notes in groups: those of one section, or those of all sections with the title of each. */
import type { Book, Note, Section } from "../model/book.js";

export interface NoteGroup {
  /** Title of the section that the notes belong to. */
  readonly title: string;
  readonly notes: readonly Note[];
}

/**
 * The notes that are read in a section of the book, be it the one that they belong to or the one
 * that gathers all of them.
 */
export function noteGroups(book: Book, section: Section): NoteGroup[] {
  const home = notesHome(book);
  const sections = home === undefined ? [section] : home === section ? book.sections : [];
  return sections
    .filter(({ notes }) => notes.length > 0)
    .map((each) => ({ title: titleOf(each), notes: each.notes }));
}

/** The section that gathers the notes of the book, when one does. */
export function notesHome(book: Book): Section | undefined {
  if (book.notes !== "book-endnotes") return undefined;
  return book.sections.find((section) => section.role === "endnotes");
}

function titleOf({ label, title }: Section): string {
  return label === undefined ? title : `${label} ${title}`.trim();
}

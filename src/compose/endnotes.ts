/** Decides where the notes of an edition stand, and gives it the section that gathers them. */
import type { Edition, NotePlacement } from "../model/publication.js";
import type { Role } from "../model/roles.js";
import type { Draft, DraftSection } from "./draft.js";

/** What usually follows the notes in the back matter (The Chicago Manual of Style, 1.4). */
const AFTER_NOTES: ReadonlySet<Role> = new Set([
  "glossary",
  "bibliography",
  "contributors",
  "index",
  "other-credits",
  "errata",
  "colophon",
]);

/** An edition that lists a section `endnotes` and says no more has its notes there. */
export function notePlacement({ notes, sections }: Edition): NotePlacement {
  const hasSection = sections.some(({ role }) => role === "endnotes");
  return notes ?? (hasSection ? "book-endnotes" : "footnotes");
}

/** Adds the section of the notes where it is missing, and takes it out where notes stand elsewhere. */
export function settleEndnotes(draft: Draft): void {
  const isHere = notePlacement(draft.edition) === "book-endnotes";
  const existing = draft.sections.find(({ role }) => role === "endnotes");
  if (isHere && !existing) insertSection(draft);
  if (!isHere && existing?.bodies.length === 0) remove(draft, existing);
}

/** The section that gathers the notes of the book, if one does. */
export function endnotesSection(draft: Draft): DraftSection | undefined {
  if (notePlacement(draft.edition) !== "book-endnotes") return undefined;
  return draft.sections.find(({ role }) => role === "endnotes");
}

/** Runs when the notes are placed: a book without notes has no page for them. */
export function dropEmptyEndnotes(draft: Draft): void {
  const section = endnotesSection(draft);
  const isEmpty = section?.bodies.length === 0 && draft.sections.every(({ notes }) => notes.length === 0);
  if (section && isEmpty) remove(draft, section);
}

function remove(draft: Draft, section: DraftSection): void {
  draft.sections.splice(draft.sections.indexOf(section), 1);
  draft.anchors.delete(section.id);
}

function insertSection(draft: Draft): void {
  const { sections } = draft;
  const next = sections.findIndex(({ role, matter }) => matter === "back" && AFTER_NOTES.has(role));
  const section: DraftSection = {
    id: "",
    role: "endnotes",
    matter: "back",
    title: "",
    language: draft.edition.metadata.language,
    bodies: [],
    notes: [],
  };
  sections.splice(next < 0 ? sections.length : next, 0, section);
}

/**
 * Fields that are written into the note of a work, as Zotero's “Extra” has them: `event-date: 2004-10-01`, one a line,
 * or `{:event-date: 2004-10-01}` anywhere.
 */
import { DATE_VARIABLES, NAME_VARIABLES } from "./item.js";

const BRACED = /\{:([A-Za-z-]+):\s*([^{}]*)\}/g;
const LINE = /^([A-Za-z][A-Za-z -]*):\s*(\S.*)$/;

/** Variables of CSL 1.0.2 (appendix IV) that no other list here has, in which people write what their program lacks. */
const ORDINARY = new Set(
  (
    "annote archive archive_collection archive_location archive-place authority call-number citation-label " +
    "collection-title collection-title-short collection-number container-title container-title-short dimensions " +
    "division DOI edition event-title event-place genre ISBN ISSN issue jurisdiction keyword language license medium " +
    "number number-of-pages number-of-volumes original-publisher original-publisher-place original-title page " +
    "part-title part-number PMCID PMID printing-number publisher publisher-place references reviewed-genre " +
    "reviewed-title scale section source status title-short URL version volume volume-title volume-title-short"
  )
    .split(" ")
    .map((name) => name.toLowerCase()),
);

const SPELLING = new Map(
  ["DOI", "ISBN", "ISSN", "PMCID", "PMID", "URL"].map((name) => [name.toLowerCase(), name]),
);

export interface NoteFields {
  /** By CSL name: the type, variables, dates as text, names as CSL-JSON has them. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** What is left of the note. */
  readonly note: string;
}

/** Lines are fields as long as all lines before are: what follows is a note that has a colon. */
export function readNote(note: string): NoteFields {
  const fields: Record<string, unknown> = {};
  const names: Record<string, unknown[]> = {};
  const take = (name: string, value: string): boolean => {
    const key = name.trim().toLowerCase().replaceAll(" ", "-");
    if (NAME_VARIABLES.has(key)) names[key] = [...(names[key] ?? []), nameOf(value)];
    else if (DATE_VARIABLES.has(key)) fields[key] = { raw: value.trim() };
    else if (key === "type" || ORDINARY.has(key)) fields[SPELLING.get(key) ?? key] = value.trim();
    else return false;
    return true;
  };
  const rest = note.replace(BRACED, (whole, name: string, value: string) => (take(name, value) ? "" : whole));
  const lines = rest.split("\n");
  const end = lines.findIndex((line) => {
    const match = LINE.exec(line.trim());
    return !match || !take(match[1]!, match[2]!);
  });
  const left = end < 0 ? [] : lines.slice(end);
  return { fields: { ...fields, ...names }, note: left.join("\n").trim() };
}

/** `Family || Given`, or a name that is not taken apart. */
function nameOf(value: string): Readonly<Record<string, string>> {
  const [family = "", given] = value.split("||").map((each) => each.trim());
  return given === undefined ? { literal: family } : { family, given };
}

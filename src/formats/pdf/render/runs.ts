/** Decides which sections are laid out together, on which side they begin and how they are counted. */
import { digitStyle } from "../../../language/digits.js";
import type { Book, Section } from "../../../model/book.js";
import type { PdfEdition } from "../../../model/publication.js";
import type { Role } from "../../../model/roles.js";
import type { Numbering, Run } from "../../../model/run.js";
import { lockedNames } from "./script-pages.js";

export type RunPlan = Pick<Run, "id" | "title" | "startsOn" | "numbering"> & {
  readonly sections: readonly Section[];
};

/** Short pages that stand at the front of a book: laying them out one by one costs more than it saves. */
const PRELIMINARY: ReadonlySet<Role> = new Set([
  "halftitlepage",
  "titlepage",
  "copyright-page",
  "frontispiece",
  "dedication",
  "epigraph",
]);

/** Pages that stand on the back of the page before them. */
const VERSO: ReadonlySet<Role> = new Set(["copyright-page", "frontispiece"]);

/** A run is one section, but for the short pages at the front, which share one. */
export function planRuns(book: Book, edition: PdfEdition): RunPlan[] {
  const groups: Section[][] = [];
  for (const section of book.sections) {
    if (section.role === "cover") continue;
    const last = groups.at(-1);
    if (last && PRELIMINARY.has(section.role) && PRELIMINARY.has(last[0]!.role)) last.push(section);
    else groups.push([section]);
  }
  const digits = digitStyle(book.metadata.language);
  const main = digits === "decimal" ? MAIN : { ...MAIN, digits };
  let started = false;
  return groups.map((sections) => {
    const first = sections[0]!;
    started ||= first.matter === "body";
    return {
      id: first.id,
      title: first.title,
      sections,
      startsOn: sideOf(first, edition),
      numbering: { ...(started ? main : FRONT), ...namedPages(sections, edition) },
    };
  });
}

/** Of a script of which pages are locked. */
function namedPages(sections: readonly Section[], edition: PdfEdition): Pick<Numbering, "names"> {
  const { script, revision } = edition;
  const [section, ...others] = sections;
  if (script === undefined || revision === undefined || others.length > 0) return {};
  const { bodies, language } = section!;
  const setting = { ...script, language, issues: revision.issues };
  const [names, ...more] = bodies.map(({ tree }) => lockedNames(tree, setting));
  return names === undefined || more.length > 0 ? {} : { names };
}

const FRONT: Numbering = { sequence: "front", style: "lower-roman" };
const MAIN: Numbering = { sequence: "main", style: "decimal" };

/** What a section's own page says about its side, for the sections that share a run. */
export function breakBefore(section: Section): Run["startsOn"] {
  return VERSO.has(section.role) ? "verso" : "recto";
}

function sideOf(section: Section, edition: PdfEdition): Run["startsOn"] {
  // The back of a page of a script stays empty.
  if (edition.script !== undefined) return "next";
  if (PRELIMINARY.has(section.role)) return breakBefore(section);
  return edition.chapterStart === "recto" ? "recto" : "any";
}

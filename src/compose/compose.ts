/**
 * Makes a book out of parsed manuscripts: everything that is the same in print and in an ebook.
 *
 * The steps are a list, in the order in which each needs what the ones before it made. Each
 * is a function of the draft that reports what is wrong and leaves the rest intact.
 */
import type { Report } from "../diagnostics/diagnostic.js";
import type { Book, Resource } from "../model/book.js";
import type { Manuscript } from "../model/manuscript.js";
import type { Edition } from "../model/publication.js";
import { listContents } from "./contents.js";
import type { Draft } from "./draft.js";
import { identify } from "./identify.js";
import { resolveImages } from "./images.js";
import { resolveLinks } from "./links.js";
import { placeNotes } from "./notes.js";
import { numberCaptions } from "./number-captions.js";
import { numberSections } from "./number-sections.js";
import { resolveReferences } from "./references.js";
import { gatherSections } from "./sections.js";
import { findTitles } from "./titles.js";

type Step = (draft: Draft, report: Report) => void;

const STEPS: readonly Step[] = [
  findTitles,
  numberSections,
  identify,
  numberCaptions,
  placeNotes,
  resolveReferences,
  resolveLinks,
  resolveImages,
  listContents,
];

/**
 * @param manuscripts the parsed files, by their path relative to the publication's folder.
 * @param resources the images that the manuscripts name and that could be read, by path.
 */
export function compose(
  edition: Edition,
  manuscripts: ReadonlyMap<string, Manuscript>,
  resources: ReadonlyMap<string, Resource>,
  report: Report,
): Book {
  const draft: Draft = {
    edition,
    sections: gatherSections(edition, manuscripts),
    resources,
    anchors: new Map(),
    referents: new Map(),
    usedImages: new Set(),
    contents: [],
  };
  for (const step of STEPS) step(draft, report);
  return bookOf(draft);
}

function bookOf(draft: Draft): Book {
  const used = new Map([...draft.resources].filter(([path]) => isUsed(draft, path)));
  return {
    edition: draft.edition,
    metadata: draft.edition.metadata,
    sections: draft.sections.map(({ id, role, matter, title, label, language, bodies, notes }) => ({
      id,
      role,
      matter,
      title,
      ...(label === undefined ? {} : { label }),
      language,
      bodies: bodies.map(({ file, tree }) => ({ file, tree })),
      notes,
    })),
    contents: draft.contents,
    anchors: draft.anchors,
    resources: used,
  };
}

function isUsed(draft: Draft, path: string): boolean {
  return draft.usedImages.has(path) || draft.edition.cover === path;
}

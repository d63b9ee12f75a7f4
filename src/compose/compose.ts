/**
 * Makes a book out of parsed manuscripts: everything that is the same in print and in an ebook.
 *
 * The steps are a list, in the order in which each needs what the ones before it made. Each
 * is a function of the draft that reports what is wrong and leaves the rest intact.
 */
import { type CitationSources, NO_SOURCES } from "../citations/read.js";
import type { Report } from "../diagnostics/diagnostic.js";
import type { Book, Resource } from "../model/book.js";
import type { Manuscript } from "../model/manuscript.js";
import type { Edition } from "../model/publication.js";
import { addressContent } from "./addressed.js";
import { nameAnnotations } from "./annotations.js";
import { nameCallouts } from "./callouts.js";
import { withAllChanges } from "./changes.js";
import { citeWorks } from "./citations.js";
import { listContents } from "./contents.js";
import { creditsOf, isbnOf } from "./credits.js";
import { writeDataWords } from "./data-words.js";
import type { Draft } from "./draft.js";
import { nameEmptyLinks } from "./empty-links.js";
import { dropEmptyEndnotes, notePlacement, settleEndnotes } from "./endnotes.js";
import { numberExamples } from "./examples.js";
import { identify } from "./identify.js";
import { dropIdleRules } from "./idle-rules.js";
import { resolveImages } from "./images.js";
import { imprintOf } from "./imprint.js";
import { writeIndex } from "./index-page.js";
import { isolateMarks } from "./isolate.js";
import { settleLanguages } from "./languages.js";
import { resolveLinks } from "./links.js";
import { setListDigits } from "./list-digits.js";
import { listCaptions } from "./lists-of-captions.js";
import { placeNotes } from "./notes.js";
import { numberCaptions } from "./number-captions.js";
import { numberHeadings, writeHeadingNumbers } from "./number-headings.js";
import { numberSections } from "./number-sections.js";
import { setImagesApart } from "./own-line-images.js";
import { writePageReferences } from "./page-references.js";
import { fillTexts } from "./placeholders.js";
import { nameProofs } from "./proofs.js";
import { settleProvenance } from "./provenance.js";
import { resolveReferences } from "./references.js";
import { dropRepeatedTitles } from "./repeated-titles.js";
import { addScriptLists, fillScriptLists } from "./script-lists.js";
import { gatherSections } from "./sections.js";
import { namesLeftOut, selectContent } from "./select.js";
import { settleSides } from "./sides.js";
import { findTitles } from "./titles.js";
import { typesetBook, typesetMetadata } from "./typography.js";
import { writeVersions } from "./versions.js";

type Step = (draft: Draft, report: Report) => void;
/** A long one, which stops in between. */
type LongStep = (draft: Draft, report: Report) => Iterable<undefined>;

const STEPS: readonly (Step | LongStep)[] = [
  selectContent,
  settleSides,
  addScriptLists,
  addressContent,
  writeDataWords,
  writeVersions,
  fillTexts,
  settleEndnotes,
  dropRepeatedTitles,
  dropIdleRules,
  findTitles,
  numberSections,
  identify,
  numberHeadings,
  numberCaptions,
  numberExamples,
  citeWorks,
  placeNotes,
  dropEmptyEndnotes,
  nameCallouts,
  nameProofs,
  nameAnnotations,
  resolveReferences,
  resolveLinks,
  nameEmptyLinks,
  writePageReferences,
  resolveImages,
  setImagesApart,
  settleProvenance,
  settleLanguages,
  setListDigits,
  isolateMarks,
  typesetBook,
  fillScriptLists,
  writeIndex,
  listCaptions,
  listContents,
  writeHeadingNumbers,
];

/**
 * @param manuscripts the parsed files, by their path relative to the publication's folder.
 * @param resources the images that the manuscripts name and that could be read, by path.
 * @param citations the bibliographies and citation styles of the publication, by path.
 */
export function compose(...parts: Parameters<typeof composing>): Book {
  const steps = composing(...parts);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Composes like `compose`, and stops now and then: the caller may do something else in between. */
export function* composing(
  edition: Edition,
  manuscripts: ReadonlyMap<string, Manuscript>,
  resources: ReadonlyMap<string, Resource>,
  report: Report,
  citations: CitationSources = NO_SOURCES,
): Generator<undefined, Book> {
  const leftOut = namesLeftOut(edition, manuscripts);
  const draft: Draft = {
    edition,
    sections: gatherSections(edition, withAllChanges(edition, manuscripts, { report, leftOut })),
    resources,
    citations,
    leftOut,
    anchors: new Map(),
    referents: new Map(),
    headingNumbers: new Map(),
    captions: [],
    usedImages: new Set(),
    contents: [],
    made: [],
  };
  for (const step of STEPS) {
    yield;
    yield* step(draft, report) ?? [];
  }
  return bookOf(draft);
}

function bookOf(draft: Draft): Book {
  const used = new Map([...draft.resources].filter(([path]) => isUsed(draft, path)));
  const metadata = typesetMetadata(draft.edition);
  const isbn = isbnOf(metadata.identifier);
  return {
    edition: draft.edition,
    metadata,
    credits: creditsOf({ metadata, edition: draft.edition }),
    imprint: imprintOf(draft, metadata),
    made: draft.made,
    ...(isbn === undefined ? {} : { isbn }),
    sections: draft.sections.map(
      ({ id, role, matter, title, label, language, bodies, notes, generated }) => ({
        id,
        role,
        matter,
        title,
        ...(label === undefined ? {} : { label }),
        language,
        bodies: bodies.map(({ file, tree }) => ({ file, tree })),
        notes,
        ...(generated === undefined ? {} : { generated }),
      }),
    ),
    notes: notePlacement(draft.edition),
    contents: draft.contents,
    anchors: draft.anchors,
    resources: used,
  };
}

function isUsed(draft: Draft, path: string): boolean {
  return draft.usedImages.has(path) || draft.edition.cover === path;
}

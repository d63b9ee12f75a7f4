/** The drafts of a book's runs, of which those that were written before are known by their names. */
import { statSync } from "node:fs";
import { keyOf } from "../../../cache/store.js";
import type { PdfEdition } from "../../../model/publication.js";
import type { FontFace } from "../../../theme/fonts/fonts.js";
import type { BookParts } from "../../format.js";
import type { Dressing } from "../dressing.js";
import type { DraftName, EarlierDrafts } from "../render/earlier-drafts.js";
import { planRuns, type RunPlan } from "../render/runs.js";
import { type KnownBook, withWholeSections } from "./known-sections.js";
import { nameOfSection, type SectionStore } from "./section-store.js";

export interface KnownDrafts extends KnownBook {
  readonly drafts: EarlierDrafts;
}

/** For all runs whose drafts nobody knows, the book gets the whole text. */
export async function knowDrafts(
  { book, abridged }: KnownBook,
  edition: PdfEdition,
  dressing: Dressing,
  parts: BookParts,
  store: SectionStore,
): Promise<KnownDrafts> {
  const looks = nameOfDressing(dressing);
  const plans = planRuns(book, edition);
  const names = new Map(plans.map((plan) => [plan.id, nameOfRun(plan, parts, looks)]));
  const known = new Map<string, DraftName>();
  // A whole book is one that has never been written.
  for (const { id } of abridged ? plans : []) {
    const draft = await store.read("draft", names.get(id)!);
    if (draft) known.set(id, draft);
  }
  const unknown = plans.filter(({ id }) => !known.has(id)).flatMap(({ sections }) => sections);
  const there = await withWholeSections({ book, abridged }, unknown);
  let whole: Promise<KnownBook> | undefined;
  return {
    ...there,
    drafts: {
      nameOf: (run) => known.get(run),
      onWritten: (run, { digest, marks }) => void store.write("draft", names.get(run)!, { digest, marks }),
      async wholeBook() {
        whole ??= withWholeSections(there, there.book.sections);
        return (await whole).book;
      },
    },
  };
}

function nameOfRun({ id, sections }: RunPlan, parts: BookParts, looks: string): string {
  return keyOf(looks, id, ...sections.map((section) => nameOfSection(section, parts)));
}

/** All that documents take of fonts, styles and pictures; templates are among the surroundings of the sections. */
function nameOfDressing({ fonts, pictures }: Dressing): string {
  const { faces, styles, sizes = [], folioLetters = "", unreadable = [] } = fonts;
  const shown = [...pictures].map(([name, { bytes }]) => [name, keyOf(bytes)]);
  return keyOf(styles, JSON.stringify([faces.map(stateOf), sizes, folioLetters, [...unreadable], shown]));
}

function stateOf({ own, ...face }: FontFace): unknown {
  if (own) return [face, keyOf(own.bytes), own.mayBeEmbedded, own.mayBeSubset];
  const { size, mtimeMs } = statSync(face.file, { throwIfNoEntry: false }) ?? {};
  return [face, size, mtimeMs];
}

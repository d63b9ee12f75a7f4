/**
 * Makes of a book all that print needs: the runs with their documents, and what the finished file says of the book.
 *
 * The stages after this one see plain values only, and know of no book.
 */
import type { Book, Section } from "../../../model/book.js";
import type { PdfEdition } from "../../../model/publication.js";
import type { Run } from "../../../model/run.js";
import type { Dressing } from "../dressing.js";
import type { RunDraft } from "../job/layout-job.js";
import { namedDraft } from "../job/layout-task.js";
import type { Print } from "../print.js";
import { openAssets } from "./assets.js";
import { bookData } from "./book-data.js";
import { describe, type Making } from "./description.js";
import { writeDraft } from "./draft.js";
import type { EarlierDrafts } from "./earlier-drafts.js";
import { planRuns, type RunPlan } from "./runs.js";
import { sourcePlaces } from "./source-places.js";

/** @param earlier drafts of earlier builds, for which the book need not be whole. */
export function renderPrint(
  book: Book,
  edition: PdfEdition,
  dressing: Dressing,
  making: Making,
  earlier: EarlierDrafts = NO_DRAFTS,
): Print {
  const plans = planRuns(book, edition);
  const writing = writerOf(book, edition, dressing);
  let again: Promise<Writer> | undefined;
  const writeAgain = async (run: string): Promise<RunDraft> => {
    again ??= earlier.wholeBook().then((whole) => writerOf(whole, edition, dressing)());
    return (await again)(run);
  };
  return {
    ...describe(book, making),
    places: sourcePlaces(book),
    linked: new Set(book.anchors.keys()),
    runs: plans.map(runOf),
    *drafts(runs) {
      const write = writing();
      for (const { id } of runs) {
        const known = earlier.nameOf(id);
        if (known) yield { run: id, ...known, draft: () => writeAgain(id) };
        else {
          const written = namedDraft(write(id));
          earlier.onWritten(id, written);
          yield written;
        }
      }
    },
  };
}

/** Writes the draft of a run. */
type Writer = (run: string) => RunDraft;

/** What it needs is made when the first draft is written. */
function writerOf(book: Book, edition: PdfEdition, dressing: Dressing): () => Writer {
  return () => {
    const sections = new Map(planRuns(book, edition).map((plan) => [plan.id, plan.sections]));
    const assets = openAssets(book, dressing);
    const data = bookData(book, dressing.fonts.unreadable);
    const context = { book, edition, dressing, data, assets };
    return (run) => writeDraft(run, sections.get(run)!, context);
  };
}

const NO_DRAFTS: EarlierDrafts = {
  nameOf: () => undefined,
  onWritten: () => undefined,
  wholeBook: () => Promise.reject(new Error("there are no earlier drafts")),
};

function runOf({ sections, ...plan }: RunPlan): Run {
  return {
    ...plan,
    sections: sections.map(({ id }) => id),
    files: sections.flatMap(({ bodies }) => bodies.map(({ file }) => file)),
    lines: sections.reduce((sum, section) => sum + linesOf(section), 0),
  };
}

/** Lines of the files, or as many as there are entries on a page that the program writes. */
function linesOf({ bodies, generated = [] }: Section): number {
  const last = bodies.map(({ tree }) => tree.children.at(-1)?.position?.end.line ?? 0);
  return last.reduce((sum, lines) => sum + lines, 1 + generated.length);
}

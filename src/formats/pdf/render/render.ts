/**
 * Makes of a book all that print needs: the runs with their documents, and what the finished file says of the book.
 *
 * The stages after this one see plain values only, and know of no book.
 */
import type { Book, Section } from "../../../model/book.js";
import type { PdfEdition } from "../../../model/publication.js";
import type { Run } from "../../../model/run.js";
import type { Dressing } from "../dressing.js";
import { namedDraft } from "../job/layout-task.js";
import type { Print } from "../print.js";
import { openAssets } from "./assets.js";
import { bookData } from "./book-data.js";
import { describe, type Making } from "./description.js";
import { writeDraft } from "./draft.js";
import { planRuns, type RunPlan } from "./runs.js";
import { sourcePlaces } from "./source-places.js";

export function renderPrint(book: Book, edition: PdfEdition, dressing: Dressing, making: Making): Print {
  const plans = planRuns(book, edition);
  const sections = new Map(plans.map((plan) => [plan.id, plan.sections]));
  return {
    ...describe(book, making),
    places: sourcePlaces(book),
    linked: new Set(book.anchors.keys()),
    runs: plans.map(runOf),
    *drafts(runs) {
      const assets = openAssets(book.resources, dressing);
      const data = bookData(book, dressing.fonts.unreadable);
      const context = { book, edition, dressing, data, assets };
      for (const { id } of runs) yield namedDraft(writeDraft(id, sections.get(id)!, context));
    },
  };
}

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

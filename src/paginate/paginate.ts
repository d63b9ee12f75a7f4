/**
 * Lays out all runs of a print edition and settles what depends on page numbers.
 *
 * Runs do not know of each other but for two things: the side of the spread on which one
 * begins, and the folios that it shows of others. Both are guessed, laid out, compared with
 * what came out and laid out again where they were wrong, until nothing changes.
 */
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";
import type { Trim } from "../model/publication.js";
import type { Run, Side } from "../model/run.js";
import { fillPageReferences } from "../render/page-references.js";
import { folioOf, type PlacedRun, placeRuns, sideAt } from "./folios.js";
import type { Serve } from "./loader.js";
import type { WorkerPool } from "./pool.js";
import type { LaidOutRun } from "./worker.js";

/** References settle in two or three rounds; a book in which they never do is warned about. */
const ROUNDS = 5;

export interface PaginationInput {
  readonly runs: readonly Run[];
  readonly sheet: Trim;
  readonly serve: Serve;
}

export interface Pagination {
  readonly placed: readonly PlacedRun[];
  readonly laidOut: readonly LaidOutRun[];
}

export interface PaginationProgress {
  readonly done: number;
  readonly total: number;
  readonly pages: number;
}

interface Attempt {
  readonly side: Side;
  readonly html: string;
  readonly result: LaidOutRun;
}

export async function paginate(
  input: PaginationInput,
  pool: WorkerPool,
  report: Report,
  onProgress: (progress: PaginationProgress) => void,
  signal?: AbortSignal,
): Promise<Pagination> {
  const attempts: (Attempt | undefined)[] = input.runs.map(() => undefined);
  const count = { done: 0, total: input.runs.length, pages: 0 };
  let placed: PlacedRun[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const folios = foliosOf(placed, attempts);
    const stale = input.runs.flatMap((run, index) => {
      const wanted = {
        side: placed[index] ? sideAt(placed[index].start) : firstSide(run),
        html: fillPageReferences(run.html, folios),
      };
      const last = attempts[index];
      return last?.side === wanted.side && last.html === wanted.html ? [] : [{ index, ...wanted }];
    });
    if (stale.length === 0) break;
    if (round === ROUNDS) {
      report(unsettled(input.runs[stale[0]!.index]!));
      break;
    }
    count.total += round === 1 ? 0 : stale.length;
    await Promise.all(
      stale.map(async ({ index, side, html }) => {
        const result = await pool.use(async (worker) => {
          signal?.throwIfAborted();
          return worker.layOut(onSide(html, side), input.sheet, input.serve, () => {
            count.pages += 1;
            onProgress({ ...count });
          });
        });
        attempts[index] = { side, html, result };
        count.done += 1;
        onProgress({ ...count });
      }),
    );
    placed = placeRuns(
      input.runs,
      attempts.map((attempt) => attempt!.result.survey.pages.length),
    );
  }
  return { placed, laidOut: attempts.map((attempt) => attempt!.result) };
}

/** The folio of every element with an id, as far as the runs are laid out. */
function foliosOf(
  placed: readonly PlacedRun[],
  attempts: readonly (Attempt | undefined)[],
): Map<string, string> {
  const folios = new Map<string, string>();
  placed.forEach((each, index) => {
    for (const anchor of attempts[index]?.result.survey.anchors ?? []) {
      if (!folios.has(anchor.id)) folios.set(anchor.id, folioOf(each, anchor.page));
    }
  });
  return folios;
}

/** Before anything is laid out, a run that may begin anywhere is taken to begin on the right. */
function firstSide(run: Run): Side {
  return run.startsOn === "verso" ? "verso" : "recto";
}

function onSide(html: string, side: Side): string {
  return html.replace("<html ", `<html data-first-side="${side}" `);
}

function unsettled(run: Run) {
  return diagnostic(
    "references-unsettled",
    `The page references in “${run.title}” change the pages that they refer to`,
    undefined,
    "Reword the paragraph with the reference, so that one digit more or less does not move it",
  );
}

/**
 * Lays out all runs of a print edition and settles what depends on page numbers.
 *
 * Runs do not know of each other but for two things: the side of the spread on which one
 * begins, and the folios that it shows of others. Both are guessed, laid out, compared with
 * what came out and laid out again where they were wrong, until nothing changes.
 */
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";
import type { Run, Side } from "../model/run.js";
import { fillPageReferences } from "../render/page-references.js";
import { costOf, openEstimate } from "./estimate.js";
import { folioOf, type PlacedRun, placeRuns, sideAt } from "./folios.js";
import type { History } from "./history.js";
import type { LaidOutRun, LayOut } from "./run-cache.js";
import { allOrStopped, stoppedAt } from "./stopped.js";

/** References settle in two or three rounds; a book in which they never do is warned about. */
const ROUNDS = 5;

export interface Pagination {
  readonly placed: readonly PlacedRun[];
  readonly laidOut: readonly LaidOutRun[];
  /** What the next build may start from. */
  readonly history: History;
}

export interface PaginationProgress {
  readonly done: number;
  readonly total: number;
  readonly pages: number;
  /** Missing as long as it would be a guess. */
  readonly secondsLeft?: number;
}

/** A run as it has to be laid out: with its folios filled in, on its side. */
interface Task {
  readonly index: number;
  readonly html: string;
}

interface Attempt {
  readonly html: string;
  readonly result: LaidOutRun;
}

/**
 * @param layOut lays out one document; may be called for several at once.
 * @param history guesses from the last build.
 * @throws RunsStopped when runs hit a limit, once all of them have been tried.
 */
export async function paginate(
  runs: readonly Run[],
  layOut: LayOut,
  history: History,
  report: Report,
  onProgress: (progress: PaginationProgress) => void,
): Promise<Pagination> {
  const attempts: Attempt[] = [];
  const seconds: Record<string, number> = { ...history.seconds };
  const count = { done: 0, total: runs.length, pages: 0 };
  const estimate = openEstimate(history, () => performance.now());
  const tick = () => {
    const secondsLeft = estimate.secondsLeft();
    onProgress(secondsLeft === undefined ? { ...count } : { ...count, secondsLeft });
  };
  let placed = guessPlaces(runs, history);
  let folios: ReadonlyMap<string, string> = new Map(Object.entries(history.folios));

  const layOutTask = async ({ index, html }: Task): Promise<void> => {
    const before = count.pages;
    const begun = performance.now();
    const result = await layOut(html, () => {
      count.pages += 1;
      estimate.page(index);
      tick();
    });
    estimate.end(index);
    const isFresh = count.pages > before;
    if (isFresh) seconds[runs[index]!.id] = Math.round(performance.now() - begun) / 1000;
    else count.pages += result.survey.pages.length;
    attempts[index] = { html, result };
    count.done += 1;
    tick();
  };

  for (let round = 1; round <= ROUNDS; round += 1) {
    const tasks = staleRuns(runs, placed, folios, attempts);
    if (tasks.length === 0) break;
    if (round === ROUNDS) {
      report(unsettled(runs[tasks[0]!.index]!));
      break;
    }
    if (round > 1) count.total += tasks.length;
    estimate.expect(tasks.map(({ index, html }) => ({ index, html, id: runs[index]!.id })));
    await allOrStopped(
      longestFirst(tasks, runs, history).map((task) => layOutTask(task).catch(stoppedAt(runs[task.index]!))),
    );
    placed = placeRuns(
      runs,
      attempts.map(({ result }) => result.survey.pages.length),
    );
    folios = foliosOf(placed, attempts);
  }
  const pages = Object.fromEntries(placed.map((each) => [each.run.id, each.pages]));
  const laidOut = attempts.map(({ result }) => result);
  return { placed, laidOut, history: { folios: Object.fromEntries(folios), pages, seconds } };
}

/** The runs whose last layout, if any, was made for another side or other folios. */
function staleRuns(
  runs: readonly Run[],
  placed: readonly PlacedRun[],
  folios: ReadonlyMap<string, string>,
  attempts: readonly Attempt[],
): Task[] {
  return runs.flatMap((run, index) => {
    const html = onSide(fillPageReferences(run.html, folios), sideAt(placed[index]!.start));
    return attempts[index]?.html === html ? [] : [{ index, html }];
  });
}

/** Long runs that start last would keep one worker busy while the others have nothing to do. */
function longestFirst(tasks: readonly Task[], runs: readonly Run[], history: History): Task[] {
  const cost = ({ index, html }: Task): number => costOf({ id: runs[index]!.id, html }, history);
  return [...tasks].sort((one, other) => cost(other) - cost(one));
}

/** Where runs would begin if each had as many pages as last time. */
function guessPlaces(runs: readonly Run[], history: History): PlacedRun[] {
  return placeRuns(
    runs,
    runs.map((run) => history.pages[run.id] ?? 2),
  );
}

/** The folio of every element with an id. */
function foliosOf(placed: readonly PlacedRun[], attempts: readonly Attempt[]): Map<string, string> {
  const folios = new Map<string, string>();
  placed.forEach((each, index) => {
    for (const anchor of attempts[index]!.result.survey.anchors) {
      if (!folios.has(anchor.id)) folios.set(anchor.id, folioOf(each, anchor.page));
    }
  });
  return folios;
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

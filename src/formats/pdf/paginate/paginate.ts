/**
 * Lays out all runs of a print edition and settles what depends on page numbers.
 *
 * Runs do not know of each other but for two things: the side of the spread on which one
 * begins, and the folios that it shows of others. Both are guessed, laid out, compared with
 * what came out and laid out again where they were wrong, until nothing changes.
 */
import { diagnostic, type Report } from "../../../diagnostics/diagnostic.js";
import type { Run } from "../../../model/run.js";
import { type LayoutTask, type NamedDraft, taskOf } from "../job/layout-task.js";
import { folioOf, type PlacedRun, placeRuns, sideAt } from "./folios.js";
import type { History } from "./history.js";
import { inTurn } from "./in-turn.js";
import { type LayoutProgress, openProgress, type PaginationProgress } from "./progress.js";
import type { LaidOutRun, LayOut } from "./run-cache.js";
import { stoppedAt } from "./stopped.js";

/** References settle in two or three rounds; a book in which they never do is warned about. */
const ROUNDS = 4;

export interface Pagination {
  readonly placed: readonly PlacedRun[];
  readonly laidOut: readonly LaidOutRun[];
  /** What the next build may start from. */
  readonly history: History;
}

export interface PaginationRequest {
  /** In reading order. */
  readonly runs: readonly Run[];
  /** Their documents, in the order in which they are to be laid out. */
  readonly drafts: Iterable<NamedDraft>;
  /** Lays out one document; is called for several at once. */
  readonly layOut: LayOut;
  /** Guesses from the last build. */
  readonly history: History;
  /** For the history. */
  readonly sources: History["sources"];
  readonly report: Report;
  readonly onProgress: (progress: PaginationProgress) => void;
}

interface Attempt {
  /** Name of the task that was laid out. */
  readonly task: string;
  readonly result: LaidOutRun;
}

/** The pages of the book as far as they are known, or guessed. */
interface Pages {
  readonly placed: readonly PlacedRun[];
  /** By ids of elements. */
  readonly folios: ReadonlyMap<string, string>;
}

/** @throws RunsStopped when runs hit a limit, once all of them have been tried. */
export async function paginate(request: PaginationRequest): Promise<Pagination> {
  const { runs, layOut, history, sources, report, onProgress } = request;
  const progress = openProgress(runs, history, onProgress);
  const book: LayoutOfBook = { runs, layOut, progress, drafts: new Map(), attempts: new Map() };
  let pages = guessedPages(runs, history);
  progress.expect(runs);
  await layOutAll(request.drafts, pages, book);
  pages = foundPages(book);
  for (let round = 2; ; round += 1) {
    const stale = runs.filter(({ id }) => isStale(id, pages, book));
    if (stale.length === 0) break;
    if (round > ROUNDS) {
      report(unsettled(stale[0]!));
      break;
    }
    progress.expect(stale);
    const again = new Set(stale.map(({ id }) => id));
    await layOutAll(
      [...book.drafts.values()].filter(({ run }) => again.has(run)),
      pages,
      book,
    );
    pages = foundPages(book);
  }
  const { placed, folios } = pages;
  const lengths = Object.fromEntries(placed.map((each) => [each.run.id, each.pages]));
  const laidOut = runs.map(({ id }) => book.attempts.get(id)!.result);
  const seconds = progress.seconds();
  return {
    placed,
    laidOut,
    history: { folios: Object.fromEntries(folios), pages: lengths, seconds, sources },
  };
}

/** What has been written and laid out so far, by ids of runs. */
interface LayoutOfBook extends Pick<PaginationRequest, "runs" | "layOut"> {
  readonly progress: LayoutProgress;
  /** In the order in which they came. */
  readonly drafts: Map<string, NamedDraft>;
  /** The last one of each run. */
  readonly attempts: Map<string, Attempt>;
}

async function layOutAll(drafts: Iterable<NamedDraft>, pages: Pages, book: LayoutOfBook): Promise<void> {
  await inTurn(drafts, async (draft, onBegun) => {
    book.drafts.set(draft.run, draft);
    const task = taskFor(draft, pages);
    const progress = book.progress.begin(draft.run);
    const onPage = () => {
      onBegun();
      progress.onPage();
    };
    const run = book.runs.find(({ id }) => id === draft.run)!;
    const result = await book.layOut(task, onPage).catch(stoppedAt(run));
    progress.end(result.survey.pages.length);
    book.attempts.set(draft.run, { task: task.name, result });
  });
}

/** A run as it has to be laid out: with its folios filled in, on its side. */
function taskFor(draft: NamedDraft, { placed, folios }: Pages): LayoutTask {
  const { start } = placed.find(({ run }) => run.id === draft.run)!;
  return taskOf(draft, folios, sideAt(start));
}

/** The last layout was made for another side or other folios. */
function isStale(run: string, pages: Pages, { drafts, attempts }: LayoutOfBook): boolean {
  return attempts.get(run)!.task !== taskFor(drafts.get(run)!, pages).name;
}

/** Where runs would begin if each had as many pages as last time. */
function guessedPages(runs: readonly Run[], history: History): Pages {
  const lengths = runs.map((run) => history.pages[run.id] ?? 2);
  return { placed: placeRuns(runs, lengths), folios: new Map(Object.entries(history.folios)) };
}

function foundPages({ runs, attempts }: LayoutOfBook): Pages {
  const surveys = runs.map(({ id }) => attempts.get(id)!.result.survey);
  const lengths = surveys.map(({ pages }) => pages.length);
  const placed = placeRuns(runs, lengths);
  const folios = new Map<string, string>();
  placed.forEach((each, index) => {
    for (const { id, page } of surveys[index]!.anchors) {
      if (!folios.has(id)) folios.set(id, folioOf(each, page));
    }
  });
  return { placed, folios };
}

function unsettled(run: Run) {
  return diagnostic(
    "references-unsettled",
    `The page references in “${run.title}” change the pages that they refer to`,
    undefined,
    "Reword the paragraph with the reference, so that one digit more or less does not move it",
  );
}

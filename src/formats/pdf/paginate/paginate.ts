/**
 * Lays out all runs of a print edition and settles what depends on page numbers.
 *
 * Runs do not know of each other but for two things: the side of the spread on which one
 * begins, and the folios that it shows of others. Both are guessed, laid out, compared with
 * what came out and laid out again where they were wrong, until nothing changes.
 */
import { setTimeout } from "node:timers/promises";
import { keyOf } from "../../../cache/store.js";
import { diagnostic, type Report } from "../../../diagnostics/diagnostic.js";
import type { Run, Side } from "../../../model/run.js";
import { fillPageReferences } from "../render/page-references.js";
import { costOf, type Expected, openEstimate } from "./estimate.js";
import { folioOf, type PlacedRun, placeRuns, sideAt } from "./folios.js";
import type { History } from "./history.js";
import type { LaidOutRun, LayOut } from "./run-cache.js";
import { allOrStopped, RunsStopped, stoppedAt } from "./stopped.js";

/** Milliseconds in which a browser that is free has begun with a run. */
const PATIENCE = 300;
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

interface Attempt {
  /** Digest of the document that was laid out: the documents of a whole book would be large. */
  readonly document: string;
  readonly result: LaidOutRun;
}

export interface PaginationRequest {
  readonly runs: readonly Run[];
  /** Lays out one document; is called for several at once. */
  readonly layOut: LayOut;
  /** Guesses from the last build. */
  readonly history: History;
  /** SHA-256 of the files that the runs are written in. */
  readonly digests: ReadonlyMap<string, string>;
  readonly report: Report;
  readonly onProgress: (progress: PaginationProgress) => void;
}

/** @throws RunsStopped when runs hit a limit, once all of them have been tried. */
export async function paginate(request: PaginationRequest): Promise<Pagination> {
  const { runs, layOut, history, digests, report, onProgress } = request;
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
  const sources = sourcesOf(runs, digests);

  /** The document of a run as it has to be laid out: with its folios filled in, on its side. */
  const documentOf = (index: number): string =>
    onSide(fillPageReferences(runs[index]!.html, folios), sideAt(placed[index]!.start));
  /** The last layout, if any, was made for another side or other folios. */
  const isStale = (index: number): boolean => attempts[index]?.document !== keyOf(documentOf(index));

  /** @param onBegun called when a browser begins its first page. */
  const layOutRun = async (index: number, onBegun: () => void): Promise<void> => {
    const html = documentOf(index);
    const before = count.pages;
    const begun = performance.now();
    const result = await layOut(html, () => {
      onBegun();
      count.pages += 1;
      estimate.page(index);
      tick();
    });
    estimate.end(index);
    const isFresh = count.pages > before;
    if (isFresh) seconds[runs[index]!.id] = Math.round(performance.now() - begun) / 1000;
    else count.pages += result.survey.pages.length;
    attempts[index] = { document: keyOf(html), result };
    count.done += 1;
    tick();
  };

  for (let round = 1; round <= ROUNDS; round += 1) {
    const all = runs.map((_, index) => index);
    const stale = round === 1 ? all : all.filter(isStale);
    if (stale.length === 0) break;
    if (round === ROUNDS) {
      report(unsettled(runs[stale[0]!]!));
      break;
    }
    if (round > 1) count.total += stale.length;
    const tasks = stale.map((index): Expected => ({ index, id: runs[index]!.id, lines: runs[index]!.lines }));
    estimate.expect(tasks);
    const layouts: Promise<void>[] = [];
    let isLost = false;
    for (const { index } of mostUrgentFirst(tasks, history, sources)) {
      let onBegun: () => void = () => undefined;
      const begun = new Promise<void>((resolve) => {
        onBegun = resolve;
      });
      const layout = layOutRun(index, onBegun).catch(stoppedAt(runs[index]!));
      layout.catch((error: unknown) => {
        isLost ||= !(error instanceof RunsStopped);
      });
      layouts.push(layout);
      // The document of a run is written at its turn: browsers are to get on with those before it.
      await Promise.race([layout, begun, setTimeout(PATIENCE, undefined, { ref: false })]).catch(
        () => undefined,
      );
      // Nothing comes of the others when a template fails, or the build is ended.
      if (isLost) break;
    }
    await allOrStopped(layouts);
    placed = placeRuns(
      runs,
      attempts.map(({ result }) => result.survey.pages.length),
    );
    folios = foliosOf(placed, attempts);
  }
  const pages = Object.fromEntries(placed.map((each) => [each.run.id, each.pages]));
  const laidOut = attempts.map(({ result }) => result);
  return { placed, laidOut, history: { folios: Object.fromEntries(folios), pages, seconds, sources } };
}

/**
 * A run whose text has changed has to be laid out for sure, others are most likely in the cache. Then
 * long ones: those that start last would keep one worker busy while the others have nothing to do.
 */
function mostUrgentFirst(
  tasks: readonly Expected[],
  history: History,
  sources: History["sources"],
): Expected[] {
  const isNew = ({ id }: Expected): number => (sources[id] === history.sources[id] ? 0 : 1);
  return [...tasks].sort(
    (one, other) => isNew(other) - isNew(one) || costOf(other, history) - costOf(one, history),
  );
}

/** For each run a digest of the files that it is written in. */
function sourcesOf(runs: readonly Run[], digests: PaginationRequest["digests"]): History["sources"] {
  return Object.fromEntries(
    runs.map(({ id, files }) => [id, keyOf(...files.map((file) => digests.get(file) ?? ""))]),
  );
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

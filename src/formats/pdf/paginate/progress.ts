/** How far the layout of a book has come: for people who wait, and for the next build, which goes by its times. */
import type { Run } from "../../../model/run.js";
import { openEstimate } from "./estimate.js";
import type { History } from "./history.js";

export interface PaginationProgress {
  readonly done: number;
  readonly total: number;
  readonly pages: number;
  /** Missing as long as it would be a guess. */
  readonly secondsLeft?: number;
}

export interface LayoutProgress {
  /** Runs that are to be laid out, some of them again. */
  expect(runs: readonly Run[]): void;
  begin(run: string): RunProgress;
  /** Seconds that each run took, this time or the last. */
  seconds(): History["seconds"];
}

export interface RunProgress {
  /** To be called for each page begun; not for a run from the cache. */
  onPage(): void;
  /** @param pages how many the run has. */
  end(pages: number): void;
}

export function openProgress(
  runs: readonly Run[],
  history: History,
  onProgress: (progress: PaginationProgress) => void,
): LayoutProgress {
  const indexes = new Map(runs.map(({ id }, index) => [id, index]));
  const seconds: Record<string, number> = { ...history.seconds };
  const count = { done: 0, total: 0, pages: 0 };
  const estimate = openEstimate(history, () => performance.now());
  const tick = () => {
    const secondsLeft = estimate.secondsLeft();
    onProgress(secondsLeft === undefined ? { ...count } : { ...count, secondsLeft });
  };
  return {
    expect(expected) {
      count.total += expected.length;
      estimate.expect(expected.map(({ id, lines }) => ({ index: indexes.get(id)!, id, lines })));
    },
    begin(run) {
      const index = indexes.get(run)!;
      const begun = performance.now();
      let isFresh = false;
      return {
        onPage() {
          isFresh = true;
          count.pages += 1;
          estimate.page(index);
          tick();
        },
        end(pages) {
          estimate.end(index);
          if (isFresh) seconds[run] = Math.round(performance.now() - begun) / 1000;
          else count.pages += pages;
          count.done += 1;
          tick();
        },
      };
    },
    seconds: () => seconds,
  };
}

/** Which runs are to be laid out before others. */
import { keyOf } from "../../../cache/store.js";
import type { Run } from "../../../model/run.js";
import { costOf } from "./estimate.js";
import type { History } from "./history.js";

/**
 * A run whose text has changed has to be laid out for sure, others are most likely in the cache. Then
 * long ones: those that start last would keep one worker busy while the others have nothing to do.
 *
 * @param history of the last build.
 * @param sources of this one.
 */
export function mostUrgentFirst(
  runs: readonly Run[],
  history: History,
  sources: History["sources"],
): readonly Run[] {
  const isNew = ({ id }: Run): number => (sources[id] === history.sources[id] ? 0 : 1);
  return [...runs].sort(
    (one, other) => isNew(other) - isNew(one) || costOf(other, history) - costOf(one, history),
  );
}

/**
 * For each run a digest of the files that it is written in.
 *
 * @param digests SHA-256 of the files.
 */
export function sourcesOf(runs: readonly Run[], digests: ReadonlyMap<string, string>): History["sources"] {
  return Object.fromEntries(
    runs.map(({ id, files }) => [id, keyOf(...files.map((file) => digests.get(file) ?? ""))]),
  );
}

/** Lays out a book with what the last build of its edition knew, and notes for the next one what this one knows. */
import type { Report } from "../../../diagnostics/diagnostic.js";
import type { Limits } from "../../../model/limits.js";
import type { PdfContext } from "../context.js";
import type { Print } from "../print.js";
import { readHistory, writeHistory } from "./history.js";
import { type Pagination, paginate } from "./paginate.js";
import { cachedLayout } from "./run-cache.js";
import { withSecondTries } from "./second-tries.js";
import { RunsStopped, stoppedDiagnostic } from "./stopped.js";
import { mostUrgentFirst, sourcesOf } from "./urgency.js";

/**
 * @param edition what tells this edition from all others, such as its folder and id.
 * @returns undefined when the layout was stopped: that is reported.
 */
export async function layOutPrint(
  { runs, drafts }: Pick<Print, "runs" | "drafts">,
  edition: string,
  context: Pick<PdfContext, "pool" | "limits" | "store" | "digests" | "onStage">,
  report: Report,
): Promise<Pagination | undefined> {
  const { pool, limits, store, digests, onStage } = context;
  const history = await readHistory(store, edition);
  const sources = sourcesOf(runs, digests);
  const pagination = await paginate({
    runs,
    drafts: drafts(mostUrgentFirst(runs, history, sources)),
    layOut: withSecondTries(cachedLayout(store, pool)),
    history,
    sources,
    report,
    onProgress: (progress) => onStage("paginate", progress),
  }).catch((error: unknown) => reportStopped(error, limits, report));
  if (pagination) await writeHistory(store, edition, pagination.history);
  return pagination;
}

function reportStopped(error: unknown, limits: Limits, report: Report): undefined {
  if (!(error instanceof RunsStopped)) throw error;
  for (const run of error.runs) report(stoppedDiagnostic(run, limits));
}

/** One edition of a build: it is made or taken from an earlier build, judged, and put in its place. */
import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.js";
import type { EditionResult } from "../model/edition-result.js";
import { editionBefore } from "./before.js";
import { withoutExtension, withoutMachine, withoutTheRest } from "./machine-faults.js";
import { leveller, outcomeOf } from "./outcome.js";
import { type BuildContext, produce, stageReporter, type Task } from "./produce.js";
import { editionName } from "./session.js";

export interface BuiltEdition {
  readonly result: EditionResult;
  readonly found: readonly Diagnostic[];
}

export async function buildEdition(task: Task, context: BuildContext): Promise<BuiltEdition> {
  const { publication, edition, faulty, made, sources } = task;
  const { request, session, version } = context;
  session.signal?.throwIfAborted();
  const begun = performance.now();
  const name = editionName(publication, edition);
  request.onProgress?.({ type: "edition-start", ...name });
  const onStage = stageReporter(task, context);
  const produced = await produce(task, context, onStage)
    .catch(withoutMachine)
    .catch(withoutExtension(publication.root))
    .catch(withoutTheRest("this edition cannot be made", edition.location, session.signal));
  const found = leveller(publication, edition, request)(produced.diagnostics);
  if (!faulty && !hasErrors(found)) onStage("publish");
  const described = faulty ? "faulty" : "sound";
  const outcome = await outcomeOf(publication, edition, produced, found, context, described);
  if (outcome.status !== "failed") made.keepPages(edition.id);
  const versions = { colophon: version, ...produced.madeWith };
  const { recipient } = edition;
  const sent = recipient === undefined ? {} : { recipient };
  const result = { ...name, ...outcome, ...sent, versions, seconds: (performance.now() - begun) / 1000 };
  request.onProgress?.({ type: "edition-end", ...result });
  for (const each of [edition, editionBefore(publication, edition)]) {
    if (each) made.release(each.id);
    if (each) sources.release(each.id);
  }
  return { result, found: outcome.diagnostics };
}

/**
 * Makes the file of an edition, stage by stage, or takes it as an earlier build has left it.
 *
 * An edition of which nothing has changed is taken as it is; else its files are parsed, its book is composed,
 * and its format makes the rest.
 */
import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.js";
import type { MakingContext, Produced, Taken } from "../formats/format.js";
import { MAKERS } from "../formats/registry.js";
import type { Book } from "../model/book.js";
import type { BuildRequest } from "../model/build.js";
import type { Stage } from "../model/progress.js";
import type { Edition, Publication } from "../model/publication.js";
import { processEnvironment } from "../runtime/environment.js";
import { takeBefore } from "./before.js";
import type { RunLimited } from "./concurrency.js";
import { readEdition, type SourceDigests, themeDigest, writeEdition } from "./edition-cache.js";
import type { MadeEditions } from "./made-editions.js";
import { countWords } from "./manifest/words.js";
import { leveller } from "./outcome.js";
import { provenanceFacts } from "./provenance-facts.js";
import { type BuildSession, editionName } from "./session.js";
import type { ComposedEdition, SharedSources } from "./shared-sources.js";
import { changedSources } from "./source-changes.js";
import { sourceDateEpoch } from "./source-date.js";

/** What is the same for every edition of a build. */
export interface BuildContext {
  readonly request: BuildRequest;
  readonly session: BuildSession;
  /** Of the program. */
  readonly version: string;
  readonly runLimited: RunLimited;
}

/** An edition that is to be made. */
export interface Task {
  readonly publication: Publication;
  readonly edition: Edition;
  /** True when loading found an error: nothing is published, but reading and composing still tell more. */
  readonly faulty: boolean;
  readonly sources: SharedSources;
  /** What this build has made of the publication, by edition: one may take something of another. */
  readonly made: MadeEditions;
}

type OnStage = MakingContext["onStage"];

/** Tells how far an edition is; between stages it ends a build that was told to stop. */
export function stageReporter({ publication, edition }: Task, context: BuildContext): OnStage {
  const { request, session } = context;
  const name = editionName(publication, edition);
  return (stage: Stage, progress) => {
    // Progress within a stage is told by callbacks of the browser, which nobody could catch an exception of.
    if (progress === undefined) session.signal?.throwIfAborted();
    request.onProgress?.({ type: "stage", ...name, stage, ...progress });
  };
}

/** Once in a build, however many editions ask for it. */
export function produce(task: Task, context: BuildContext, onStage: OnStage): Promise<Produced> {
  return task.made.takeOrMake(task.edition.id, () => makeOrTake(task, context, onStage));
}

async function makeOrTake(task: Task, context: BuildContext, onStage: OnStage): Promise<Produced> {
  const { publication, edition, faulty, sources } = task;
  const { store, web } = context.session;
  const kept = faulty ? undefined : await readEdition(store, publication, edition, web);
  if (kept) return { ...kept, reused: true };
  const format = context.session.formats[edition.format];
  if (!faulty) format.prepare?.();
  onStage("parse");
  const theme = await themeDigest(publication.root, edition);
  const { parsed } = await sources.ready();
  if (!faulty) format.prepare?.(parsed);
  onStage("compose");
  const composed = await sources.compose(edition, {
    publication,
    theme,
    knownTexts: async (surroundings) => MAKERS[edition.format].knownTexts?.(store, surroundings),
  });
  const judged = leveller(publication, edition, context.request)(composed.diagnostics);
  if (faulty || hasErrors(judged)) return nothing(composed.diagnostics);
  const taken = await takeBefore(publication, edition, (before) =>
    produce({ ...task, edition: before }, context, onStage),
  );
  if (hasErrors(taken.diagnostics)) return nothing([...composed.diagnostics, ...taken.diagnostics]);
  const made = await make(composed.book, { ...task, taken, composed }, context, onStage);
  const words = made.words ?? countWords(composed.book);
  const provenance = provenanceFacts(composed.book);
  const facts = made.facts && { ...made.facts, words, ...(provenance === undefined ? {} : { provenance }) };
  return await keep({ ...made, ...(facts && { facts }) }, { ...task, taken, composed, theme }, context);
}

function nothing(diagnostics: readonly Diagnostic[]): Produced {
  return { bytes: new Uint8Array(), diagnostics };
}

interface Making extends Task {
  readonly taken: Taken;
  readonly composed: ComposedEdition;
}

async function make(
  book: Book,
  { publication, edition, taken, composed }: Making,
  { session, version }: BuildContext,
  onStage: OnStage,
): Promise<Produced> {
  const { formats, limits, store, extensions } = session;
  return await formats[edition.format].make(book, {
    root: publication.root,
    limits,
    store,
    digests: composed.digests,
    parts: composed.parts,
    creator: `Colophon ${version}`,
    onStage,
    helpers: extensions.helpers,
    sourceDateEpoch: sourceDateEpoch(processEnvironment),
    pageSource: taken.pageSource,
  });
}

/** Adds what the build knows of a file that was made, and keeps it for the next one when it is whole. */
async function keep(
  made: Produced,
  { publication, edition, taken, composed, theme }: Making & { readonly theme: string },
  { session: { store, web } }: BuildContext,
): Promise<Produced> {
  const { themeFiles = new Map<string, string>() } = made;
  const inputs = [...composed.inputs, ...themeFiles.keys(), ...taken.inputs];
  const files = new Map([...(publication.digests ?? []), ...composed.digests, ...themeFiles]);
  const read: SourceDigests = { files, theme };
  const changed = await changedSources(publication, edition, inputs, read, web);
  const produced = {
    ...made,
    ...(taken.madeWith === undefined ? {} : { madeWith: taken.madeWith }),
    inputs,
    diagnostics: [...composed.diagnostics, ...taken.diagnostics, ...made.diagnostics, ...changed],
  };
  // Without what it takes of another one it is not what its sources ask for: the next build tries again.
  const isWhole =
    !composed.searched && taken.diagnostics.length + changed.length === 0 && !hasErrors(produced.diagnostics);
  if (isWhole) await writeEdition(store, publication, edition, inputs, read, produced);
  return produced;
}

/**
 * Makes the file of an edition, stage by stage, or takes it as an earlier build has left it.
 *
 * An edition of which nothing has changed is taken as it is; else its files are parsed, its book is composed,
 * and its format makes the rest.
 */

import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.js";
import type { MakingContext, Produced } from "../formats/format.js";
import { MAKERS } from "../formats/registry.js";
import type { Book } from "../model/book.js";
import type { BuildRequest } from "../model/build.js";
import type { Stage } from "../model/progress.js";
import type { Edition, Publication } from "../model/publication.js";
import { processEnvironment } from "../runtime/environment.js";
import { inIdleTime } from "../runtime/idle-time.js";
import type { RunLimited } from "./concurrency.js";
import { readEdition, type SourceDigests, themeDigest, writeEdition } from "./edition-cache.js";
import type { MadeEditions } from "./made-editions.js";
import { countWords } from "./manifest/words.js";
import { leveller } from "./outcome.js";
import { type FoundPages, findPages } from "./page-source.js";
import type { BuildSession } from "./session.js";
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
  /** What this build has made of the publication, by edition: an ebook asks for the pages of a PDF. */
  readonly made: MadeEditions;
}

type OnStage = MakingContext["onStage"];

/** Tells how far an edition is; between stages it ends a build that was told to stop. */
export function stageReporter({ publication, edition }: Task, context: BuildContext): OnStage {
  const { request, session } = context;
  const name = { publication: publication.id, edition: edition.id, format: edition.format };
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
  const maker = MAKERS[edition.format];
  if (!faulty) maker.prepare?.(context.session);
  onStage("parse");
  const theme = await themeDigest(publication.root, edition);
  const { parsed } = await sources.ready();
  if (!faulty) maker.prepare?.(context.session, parsed);
  onStage("compose");
  const composed = await sources.compose(edition);
  const judged = leveller(publication, edition, context.request)(composed.diagnostics);
  if (faulty || hasErrors(judged)) return nothing(composed.diagnostics);
  const pages = await findPages(publication, edition, (print) =>
    produce({ ...task, edition: print }, context, onStage),
  );
  if (hasErrors(pages.diagnostics)) return nothing([...composed.diagnostics, ...pages.diagnostics]);
  const words = inIdleTime(() => countWords(composed.book));
  const made = await make(composed.book, { ...task, pages, composed }, context, onStage);
  const facts = made.facts && { ...made.facts, words: words() };
  return await keep({ ...made, ...(facts && { facts }) }, { ...task, pages, composed, theme }, context);
}

function nothing(diagnostics: readonly Diagnostic[]): Produced {
  return { bytes: new Uint8Array(), diagnostics };
}

interface Making extends Task {
  readonly pages: FoundPages;
  readonly composed: ComposedEdition;
}

async function make(
  book: Book,
  { publication, edition, pages, composed }: Making,
  { session, version }: BuildContext,
  onStage: OnStage,
): Promise<Produced> {
  const { pool, checker, limits, store, signal, extensions } = session;
  return await MAKERS[edition.format].make(book, {
    root: publication.root,
    pool,
    checker,
    officialJar: processEnvironment.EPUBCHECK_JAR,
    signal,
    limits,
    store,
    digests: composed.digests,
    creator: `Colophon ${version}`,
    onStage,
    helpers: extensions.helpers,
    sourceDateEpoch: sourceDateEpoch(processEnvironment),
    pageSource: pages.source,
  });
}

/** Adds what the build knows of a file that was made, and keeps it for the next one when it is whole. */
async function keep(
  made: Produced,
  { publication, edition, pages, composed, theme }: Making & { readonly theme: string },
  { session: { store, web } }: BuildContext,
): Promise<Produced> {
  const { themeFiles = new Map<string, string>() } = made;
  const inputs = [...composed.inputs, ...themeFiles.keys(), ...pages.inputs];
  const files = new Map([...(publication.digests ?? []), ...composed.digests, ...themeFiles]);
  const read: SourceDigests = { files, theme };
  const changed = await changedSources(publication, edition, inputs, read, web);
  const produced = {
    ...made,
    ...(pages.browser === undefined ? {} : { browser: pages.browser }),
    inputs,
    diagnostics: [...composed.diagnostics, ...pages.diagnostics, ...made.diagnostics, ...changed],
  };
  // Without its page list an ebook is not what its sources ask for: the next build tries again.
  const isWhole =
    !composed.searched && pages.diagnostics.length + changed.length === 0 && !hasErrors(produced.diagnostics);
  if (isWhole) await writeEdition(store, publication, edition, inputs, read, produced);
  return produced;
}

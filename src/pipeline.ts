/**
 * The whole way from Markdown to published editions.
 *
 * Each publication is loaded and parsed once; each edition composes its own book from that
 * and goes through the stages of its format. What is wrong is collected all along; only an
 * edition without errors is published, and it takes its place in one step. An edition of
 * which nothing has changed since the last build is taken from the cache as it is.
 */
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { limited } from "./cache/automatic.js";
import { readEdition, writeEdition } from "./cache/edition-cache.js";
import { cacheFolder } from "./cache/folder.js";
import { noStore, openStore, type Store } from "./cache/store.js";
import { programVersion } from "./cli/version.js";
import { type Diagnostic, hasErrors } from "./diagnostics/diagnostic.js";
import { openExtensions } from "./extensions/open.js";
import { storeFor } from "./extensions/store.js";
import { FORMATS, type Produced } from "./formats.js";
import { catalogueFaults, selectedEditions } from "./load/catalogue.js";
import { loadPublication } from "./load/load.js";
import { publicationHome } from "./load/locate.js";
import { cacheFaults, cannotPublish, withoutBrowser, withoutExtension } from "./machine-faults.js";
import type { BuildRequest, BuildResult, EditionResult, PublicationDiagnostics } from "./model/build.js";
import type { OpenExtensions } from "./model/extensions.js";
import type { Stage } from "./model/progress.js";
import type { Edition, Publication } from "./model/publication.js";
import { findPages, withPageSources } from "./page-source.js";
import { openPool, type WorkerPool } from "./paginate/pool.js";
import { publishFile } from "./publish.js";
import type { Sources } from "./sources.js";

/** What is the same for every edition of a build. */
interface Build {
  readonly request: BuildRequest;
  readonly pool: WorkerPool;
  readonly store: Store;
  readonly extensions: OpenExtensions;
  readonly creator: string;
}

interface Loaded {
  readonly publication: Publication;
  readonly diagnostics: Diagnostic[];
}

/**
 * Builds publications and publishes their editions to `request.out`.
 *
 * Faults of a publication come back as diagnostics, never as exceptions, and do not stop
 * the others. An edition with an error is not published; what was published before stays.
 */
export async function build(request: BuildRequest): Promise<BuildResult> {
  request.signal?.throwIfAborted();
  const faults: Diagnostic[] = cacheFaults(process.env);
  const extensions = await openExtensions(request.extensions, process.cwd(), (each) => faults.push(each));
  const general = { publication: "", root: process.cwd(), diagnostics: faults };
  // Without what it asks for, a publication would only seem to have faults of its own.
  if (hasErrors(faults)) return { editions: [], diagnostics: [general] };
  const pool = openPool(request.jobs ?? availableParallelism(), request.signal, extensions.handlers);
  const kept = request.cache === "none" ? noStore : openStore(cacheFolder(process.env));
  const store = limited(storeFor(kept, extensions), process.env);
  const context: Build = { request, pool, store, extensions, creator: `Colophon ${await programVersion()}` };
  try {
    const loads = await Promise.all(request.publications.map((each) => load(each, extensions)));
    const publications = loads.flatMap(({ loaded }) => (loaded ? [loaded.publication] : []));
    faults.push(...catalogueFaults(publications, request.editions));
    const editions: EditionResult[] = [];
    for (const { loaded } of loads) {
      if (loaded && !hasErrors(faults)) editions.push(...(await buildPublication(loaded, context)));
    }
    const all = faults.length > 0 ? [general] : [];
    return { editions, diagnostics: [...all, ...loads.map(({ report }) => report)] };
  } finally {
    await pool.close();
    await store.tidy();
  }
}

async function load(
  folder: string,
  { themes }: OpenExtensions,
): Promise<{ report: PublicationDiagnostics; loaded?: Loaded }> {
  const diagnostics: Diagnostic[] = [];
  const publication = await loadPublication(folder, (each) => diagnostics.push(each), themes);
  const { id, root } = publication ?? (await publicationHome(folder));
  const report = { publication: id, root, diagnostics };
  return publication ? { report, loaded: { publication, diagnostics } } : { report };
}

async function buildPublication(loaded: Loaded, context: Build): Promise<EditionResult[]> {
  const { publication, diagnostics } = loaded;
  const editions = selectedEditions(publication, context.request.editions);
  const faulty = hasErrors(diagnostics);
  let sources: Promise<Sources> | undefined;
  /** Read when the first edition needs them: most of the time of a build without changes would go here. */
  const readSources = () => {
    sources ??= import("./sources.js").then((stage) =>
      stage.readSources(
        publication,
        withPageSources(publication, editions),
        context.store,
        context.extensions.markdown,
      ),
    );
    return sources;
  };
  const made = new Map<string, Promise<Produced>>();
  const results: EditionResult[] = [];
  for (const edition of editions) {
    context.request.signal?.throwIfAborted();
    const task = { publication, edition, faulty, readSources, made };
    results.push(await buildEdition(task, context, (each) => diagnostics.push(each)));
  }
  return results;
}

interface Task {
  readonly publication: Publication;
  readonly edition: Edition;
  /** True when loading found an error: nothing is published, but reading and composing still tell more. */
  readonly faulty: boolean;
  readonly readSources: () => Promise<Sources>;
  /** What this build has made of the publication, by edition: an ebook asks for the pages of a PDF. */
  readonly made: Map<string, Promise<Produced>>;
}

async function buildEdition(
  task: Task,
  context: Build,
  report: (each: Diagnostic) => void,
): Promise<EditionResult> {
  const { publication, edition } = task;
  const { request } = context;
  const begun = performance.now();
  const name = { publication: publication.id, edition: edition.id, format: edition.format };
  const onStage = (stage: Stage, progress = {}) =>
    request.onProgress?.({ type: "stage", ...name, stage, ...progress });

  request.onProgress?.({ type: "edition-start", ...name });
  const produced = await produce(task, context, onStage).catch(withoutBrowser).catch(withoutExtension);
  produced.diagnostics.forEach(report);
  let outcome: Omit<EditionResult, keyof typeof name | "seconds"> = { status: "failed" };
  if (!task.faulty && !hasErrors(produced.diagnostics)) {
    onStage("publish");
    const target = join(request.out, publication.id, `${edition.id}.${edition.format}`);
    const published = await publishFile(target, produced.bytes).catch((error: unknown) =>
      report(cannotPublish(error, target)),
    );
    if (published) outcome = { status: "published", extent: produced.extent, ...published };
  }
  const result = { ...name, ...outcome, seconds: (performance.now() - begun) / 1000 };
  request.onProgress?.({ type: "edition-end", ...result });
  return result;
}

function produce(task: Task, context: Build, onStage: (stage: Stage) => void): Promise<Produced> {
  const { made, edition } = task;
  const produced = made.get(edition.id) ?? makeOrTake(task, context, onStage);
  made.set(edition.id, produced);
  return produced;
}

async function makeOrTake(task: Task, context: Build, onStage: (stage: Stage) => void): Promise<Produced> {
  const { publication, edition, faulty, readSources } = task;
  const { pool, store, creator } = context;
  const kept = faulty ? undefined : await readEdition(store, publication, edition);
  if (kept) return kept;
  onStage("parse");
  const sources = await readSources();
  onStage("compose");
  const { composeEdition } = await import("./sources.js");
  const { book, diagnostics, inputs: own } = composeEdition(sources, edition);
  if (faulty || hasErrors(diagnostics)) return { bytes: new Uint8Array(), extent: 0, diagnostics };
  const pages = await findPages(publication, edition, (print) =>
    produce({ ...task, edition: print }, context, onStage),
  );
  const { root } = publication;
  const made = await FORMATS[edition.format](book, {
    root,
    pool,
    store,
    creator,
    onStage,
    helpers: context.extensions.helpers,
    pageSource: pages.source,
  });
  const inputs = [...own, ...pages.inputs];
  const produced = {
    ...made,
    inputs,
    diagnostics: [...diagnostics, ...pages.diagnostics, ...made.diagnostics],
  };
  // Without its page list an ebook is not what its sources ask for: the next build tries again.
  const isWhole = pages.diagnostics.length === 0 && !hasErrors(produced.diagnostics);
  if (isWhole) await writeEdition(store, publication, edition, inputs, produced);
  return produced;
}

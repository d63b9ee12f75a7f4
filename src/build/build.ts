/**
 * The whole way from Markdown to published editions.
 *
 * Each publication is loaded and parsed once; each edition composes its own book from that
 * and goes through the stages of its format. What is wrong is collected all along; only an
 * edition without errors is published, and it takes its place in one step. An edition of
 * which nothing has changed since the last build is taken from the cache as it is.
 *
 * A few editions are in work at once, of one publication or of several; they begin in the order
 * given and their results come in it. What a publication was read from goes when its last
 * edition is composed, so memory does not grow with a catalogue.
 */
import { join } from "node:path";
import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.js";
import type { Produced } from "../formats/format.js";
import { pagedVersion } from "../formats/pdf/paginate/paged-version.js";
import type { PaginationProgress } from "../formats/pdf/paginate/paginate.js";
import { MAKERS } from "../formats/registry.js";
import { catalogueFaults } from "../load/catalogue.js";
import { loadPublication } from "../load/load.js";
import { publicationHome } from "../load/locate.js";
import type { BuildRequest, BuildResult, PublicationDiagnostics } from "../model/build.js";
import type { EditionResult } from "../model/edition-result.js";
import type { Stage } from "../model/progress.js";
import type { Edition, Publication } from "../model/publication.js";
import { inIdleTime } from "../runtime/idle-time.js";
import { programVersion } from "../runtime/program-version.js";
import { readEdition, type SourceDigests, themeDigest, writeEdition } from "./edition-cache.js";
import { withoutExtension, withoutMachine } from "./machine-faults.js";
import { recordBuild } from "./manifest/record.js";
import { wordsOf } from "./manifest/words.js";
import { leveller, outcomeOf, versionsOf } from "./outcome.js";
import { findPages, pageSourceEdition, withPageSources } from "./page-source.js";
import { type Selection, selectEditions } from "./shard/select.js";
import { type SharedSources, shareSources } from "./shared-sources.js";
import { type Shelf, shelf } from "./shelf.js";
import { changedSources } from "./source-changes.js";
import { sourceDateEpoch } from "./source-date.js";
import { allOf, type TakeTurn, turns } from "./turns.js";
import { unforeseen, withoutTheRest } from "./unforeseen.js";
import { openWorkshop, type Workshop } from "./workshop.js";

/** What is the same for every edition of a build. */
interface Build {
  readonly request: BuildRequest;
  readonly workshop: Workshop;
  readonly version: string;
  readonly creator: string;
  readonly takeTurn: TakeTurn;
}

interface Loaded {
  readonly publication: Publication;
  readonly diagnostics: Diagnostic[];
}

interface Load {
  readonly report: PublicationDiagnostics;
  /** Missing when there is nothing to go on with. */
  readonly loaded?: Loaded;
}

/**
 * Builds publications and publishes their editions to `request.out`.
 *
 * Faults of a publication come back as diagnostics, never as exceptions, and do not stop
 * the others. An edition with an error is not published; what was published before stays.
 */
export async function build(request: BuildRequest): Promise<BuildResult> {
  request.signal?.throwIfAborted();
  const workshop = await openWorkshop(request);
  try {
    return await buildIn(workshop, request);
  } finally {
    await workshop.close();
  }
}

/** Builds with what the caller keeps open: it says where editions go, and ends the browsers. */
export async function buildIn(workshop: Workshop, request: BuildRequest): Promise<BuildResult> {
  const faults = [...workshop.faults];
  // Without what it asks for, a publication would only seem to have faults of its own.
  if (hasErrors(faults)) return resultOf([], faults, []);
  workshop.pool.tryAgain();
  const version = await programVersion();
  const creator = `Colophon ${version}`;
  // One more than the browsers: while they lay out, the next edition is composed.
  const takeTurn = turns(workshop.jobs + 1);
  const context: Build = { request, workshop, version, creator, takeTurn };
  const loads = withoutRepeats(await Promise.all(request.publications.map((each) => load(each, context))));
  const publications = loads.flatMap(({ loaded }) => (loaded ? [loaded.publication] : []));
  faults.push(...catalogueFaults(publications, request.editions));
  const selection = await selectEditions(publications, request);
  if (hasErrors(faults)) return resultOf([], faults, loads);
  const built = loads.map(async ({ loaded }) =>
    loaded ? buildPublication(loaded, selection.editionsOf(loaded.publication), context) : [],
  );
  const editions = (await allOf(built)).flat();
  const unread = loads.flatMap(({ loaded, report }) => (loaded ? [] : [report]));
  const { manifest, diagnostics } = await recordBuild({ editions, unread, ...shardOf(selection) }, request);
  // What concerns no edition of this shard is told by the shard that builds it.
  const told = loads.filter(({ loaded }) => !loaded || isPart(loaded.publication, selection));
  const all = [...faults, ...diagnostics];
  return { ...resultOf(editions, all, told), ...(manifest === undefined ? {} : { manifest }) };
}

function resultOf(
  editions: readonly EditionResult[],
  faults: readonly Diagnostic[],
  loads: readonly Load[],
): BuildResult {
  const general = faults.length > 0 ? [{ publication: "", root: process.cwd(), diagnostics: faults }] : [];
  return { editions, diagnostics: [...general, ...loads.map(({ report }) => report)] };
}

function shardOf({ shard }: Selection): Pick<Selection, "shard"> {
  return shard === undefined ? {} : { shard };
}

function isPart(publication: Publication, { shard, editionsOf }: Selection): boolean {
  return shard === undefined || editionsOf(publication).length > 0;
}

async function load(folder: string, { request, workshop }: Build): Promise<Load> {
  const found: Diagnostic[] = [];
  const { themes } = workshop.extensions;
  const find = (each: Diagnostic) => void found.push(each);
  const publication = await loadPublication(folder, find, themes, request.allow).catch(
    (error: unknown) => void found.push(unforeseen(error, `\`${folder}\` cannot be read`)),
  );
  const diagnostics = [...leveller(publication ?? {}, request)(found)];
  const { id, root } = publication ?? (await publicationHome(folder));
  const report = { publication: id, root, diagnostics };
  return publication ? { report, loaded: { publication, diagnostics } } : { report };
}

/** A folder and the file in it may both be named; two files in one folder are two publications, that clash. */
function withoutRepeats(loads: readonly Load[]): readonly Load[] {
  const names = loads.map(({ loaded }) => loaded && join(loaded.publication.root, loaded.publication.file));
  return loads.filter((_, index) => names[index] === undefined || names.indexOf(names[index]) === index);
}

async function buildPublication(
  loaded: Loaded,
  editions: readonly Edition[],
  context: Build,
): Promise<EditionResult[]> {
  const { publication, diagnostics } = loaded;
  const described = [...diagnostics];
  const faulty = hasErrors(diagnostics);
  const wanted = editions.flatMap((each) => [each, pageSourceEdition(publication, each) ?? []]).flat();
  /** Read when the first edition needs them: most of the time of a build without changes would go here. */
  const sources = shareSources(wanted, async () =>
    (await import("./sources.js")).readSources(
      publication,
      withPageSources(publication, editions),
      context.workshop.store,
      context.workshop.extensions.markdown,
      context.workshop.limits,
      context.workshop.web,
    ),
  );
  const made = shelf(wanted);
  const built = await allOf(
    editions.map((edition) =>
      context.takeTurn(async () => {
        context.workshop.signal?.throwIfAborted();
        const found: Diagnostic[] = [];
        const task = { publication, edition, faulty, sources, made };
        const result = await buildEdition(task, context, (each) => found.push(each));
        for (const each of [edition, pageSourceEdition(publication, edition)]) {
          if (each) made.release(each.id);
          if (each) sources.release(each.id);
        }
        return { result, found };
      }),
    ),
  );
  // In the order of the editions, whichever was done first.
  for (const { found } of built) diagnostics.push(...found);
  return built.map(({ result }) => ({
    ...result,
    diagnostics: [...described, ...(result.diagnostics ?? [])],
  }));
}

interface Task {
  readonly publication: Publication;
  readonly edition: Edition;
  /** True when loading found an error: nothing is published, but reading and composing still tell more. */
  readonly faulty: boolean;
  readonly sources: SharedSources;
  /** What this build has made of the publication, by edition: an ebook asks for the pages of a PDF. */
  readonly made: Shelf;
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
  const onStage = (stage: Stage, progress?: Partial<PaginationProgress>) => {
    // Progress within a stage is told by callbacks of the browser, which nobody could catch an exception of.
    if (progress === undefined) context.workshop.signal?.throwIfAborted();
    request.onProgress?.({ type: "stage", ...name, stage, ...progress });
  };

  request.onProgress?.({ type: "edition-start", ...name });
  const produced = await produce(task, context, onStage)
    .catch(withoutMachine)
    .catch(withoutExtension(publication.root))
    .catch(withoutTheRest("this edition cannot be made", edition.location, context.workshop.signal));
  const found = leveller(publication, edition, request)(produced.diagnostics);
  if (!task.faulty && !hasErrors(found)) onStage("publish");
  const described = task.faulty ? "faulty" : "sound";
  const outcome = await outcomeOf(publication, edition, produced, found, context, described);
  if (outcome.status !== "failed") task.made.keepPages(edition.id);
  outcome.diagnostics.forEach(report);
  const versions = versionsOf(produced, context.version, await pagedVersion());
  const result = { ...name, ...outcome, versions, seconds: (performance.now() - begun) / 1000 };
  request.onProgress?.({ type: "edition-end", ...result });
  return result;
}

function produce(task: Task, context: Build, onStage: (stage: Stage) => void): Promise<Produced> {
  return task.made.takeOrMake(task.edition.id, () => makeOrTake(task, context, onStage));
}

async function makeOrTake(task: Task, context: Build, onStage: (stage: Stage) => void): Promise<Produced> {
  const { publication, edition, faulty, sources } = task;
  const { pool, checker, limits, store, web } = context.workshop;
  const kept = faulty ? undefined : await readEdition(store, publication, edition, web);
  if (kept) return { ...kept, reused: true };
  const maker = MAKERS[edition.format];
  if (!faulty) maker.prepare?.({ pool, checker });
  onStage("parse");
  const theme = await themeDigest(publication.root, edition);
  const { parsed } = await sources.ready();
  // What is new has to be laid out.
  if (!faulty) maker.prepare?.({ pool, checker }, parsed);
  onStage("compose");
  const { book, diagnostics, inputs: own, digests, searched } = await sources.compose(edition);
  const judged = leveller(publication, edition, context.request)(diagnostics);
  if (faulty || hasErrors(judged)) return { bytes: new Uint8Array(), extent: 0, diagnostics };
  const pages = await findPages(publication, edition, (print) =>
    produce({ ...task, edition: print }, context, onStage),
  );
  if (hasErrors(pages.diagnostics)) {
    return { bytes: new Uint8Array(), extent: 0, diagnostics: [...diagnostics, ...pages.diagnostics] };
  }
  const { root } = publication;
  const words = inIdleTime(() => wordsOf(book));
  const made = await maker.make(book, {
    root,
    pool,
    checker,
    officialJar: process.env.EPUBCHECK_JAR,
    signal: context.workshop.signal,
    limits,
    store,
    digests,
    creator: context.creator,
    onStage,
    helpers: context.workshop.extensions.helpers,
    sourceDateEpoch: sourceDateEpoch(process.env),
    pageSource: pages.source,
  });
  const { themeFiles = new Map<string, string>() } = made;
  const inputs = [...own, ...themeFiles.keys(), ...pages.inputs];
  const files = new Map([...(publication.digests ?? []), ...digests, ...themeFiles]);
  const read: SourceDigests = { files, theme };
  const changed = await changedSources(publication, edition, inputs, read, web);
  const produced = {
    ...made,
    ...(pages.browser === undefined ? {} : { browser: pages.browser }),
    words: words(),
    inputs,
    diagnostics: [...diagnostics, ...pages.diagnostics, ...made.diagnostics, ...changed],
  };
  // Without its page list an ebook is not what its sources ask for: the next build tries again.
  const isWhole =
    !searched && pages.diagnostics.length + changed.length === 0 && !hasErrors(produced.diagnostics);
  if (isWhole) await writeEdition(store, publication, edition, inputs, read, produced);
  return produced;
}

/**
 * The whole way from Markdown to published editions: load, make each edition, write down what was made.
 *
 * What is wrong is collected all along; only an edition without errors is published, and it takes its
 * place in one step (`edition.ts`, `produce.ts`). A few editions are in work at once, of one publication
 * or of several; they begin in the order given and their results come in it. What a publication was read
 * from goes when its last edition is composed, so memory does not grow with a catalogue.
 */
import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.js";
import { catalogueFaults } from "../load/catalogue.js";
import type { BuildRequest, BuildResult } from "../model/build.js";
import type { EditionResult } from "../model/edition-result.js";
import type { Edition } from "../model/publication.js";
import { allOf } from "../runtime/all-of.js";
import { programVersion } from "../runtime/program-version.js";
import { withEditionsBefore } from "./before.js";
import { limitConcurrency } from "./concurrency.js";
import { buildEdition } from "./edition.js";
import { withLastChange } from "./last-change.js";
import { type Load, type Loaded, loadPublications } from "./load-publications.js";
import { madeEditions } from "./made-editions.js";
import { recordBuild } from "./manifest/record.js";
import type { BuildContext } from "./produce.js";
import { type BuildSession, openSession } from "./session.js";
import { type Selection, selectEditions } from "./shard/select.js";
import { shareSources } from "./shared-sources.js";
import { recordTrade } from "./trade.js";

/**
 * Builds publications and publishes their editions to `request.out`.
 *
 * Faults of a publication come back as diagnostics, never as exceptions, and do not stop
 * the others. An edition with an error is not published; what was published before stays.
 */
export async function build(request: BuildRequest): Promise<BuildResult> {
  request.signal?.throwIfAborted();
  const session = await openSession(request);
  try {
    return await buildIn(session, request);
  } finally {
    await session.close();
  }
}

/**
 * Builds with what the caller keeps open: it says where editions go, and ends what formats keep warm.
 *
 * @param read the publications of the request, if the caller has read them already.
 */
export async function buildIn(
  session: BuildSession,
  request: BuildRequest,
  read?: readonly Load[],
): Promise<BuildResult> {
  const faults = [...session.faults];
  // Without what it asks for, a publication would only seem to have faults of its own.
  if (hasErrors(faults)) return resultOf([], faults, []);
  for (const format of Object.values(session.formats)) format.tryAgain?.();
  const loads = read ?? (await loadPublications(request, session.extensions.themes));
  const publications = loads.flatMap(({ loaded }) => (loaded ? [loaded.publication] : []));
  faults.push(...catalogueFaults(publications, request.editions));
  const selection = await selectEditions(publications, request);
  if (hasErrors(faults)) return resultOf([], faults, loads);
  // One more than the browsers: while they lay out, the next edition is composed.
  const runLimited = limitConcurrency(session.jobs + 1);
  const context: BuildContext = { request, session, runLimited, version: await programVersion() };
  const built = loads.map(async ({ loaded }) =>
    loaded ? buildPublication(loaded, selection.editionsOf(loaded.publication), context) : [],
  );
  const editions = (await allOf(built)).flat();
  const unread = loads.flatMap(({ loaded, report }) => (loaded ? [] : [report]));
  const { shard } = selection;
  const made = { editions, unread, ...(shard === undefined ? {} : { shard }) };
  const { manifest, diagnostics } = await recordBuild(made, request);
  const untold = await recordTrade(loads, editions, request);
  // What concerns no edition of this shard is told by the shard that builds it.
  const told = loads.filter(({ loaded }) => !loaded || isPart(loaded, selection));
  const all = [...faults, ...diagnostics, ...untold];
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

function isPart({ publication }: Loaded, { shard, editionsOf }: Selection): boolean {
  return shard === undefined || editionsOf(publication).length > 0;
}

async function buildPublication(
  { publication: loaded, diagnostics }: Loaded,
  selected: readonly Edition[],
  context: BuildContext,
): Promise<EditionResult[]> {
  const { publication, editions } = await withLastChange(loaded, selected);
  const described = [...diagnostics];
  const wanted = editions.flatMap((edition) => withEditionsBefore(publication, [edition]));
  const { store, extensions, limits, web, signal } = context.session;
  /** Read when the first edition needs them: most of the time of a build without changes would go here. */
  const sources = shareSources(wanted, async () => {
    const { readSources } = await import("./sources.js");
    const files = withEditionsBefore(publication, editions);
    return readSources(publication, files, store, extensions.markdown, limits, web, signal);
  });
  const task = { publication, faulty: hasErrors(diagnostics), sources, made: madeEditions(wanted) };
  const built = await allOf(
    editions.map((edition) => context.runLimited(() => buildEdition({ ...task, edition }, context))),
  );
  // In the order of the editions, whichever was done first.
  for (const { found } of built) diagnostics.push(...found);
  return built.map(({ result }) => ({
    ...result,
    diagnostics: [...described, ...(result.diagnostics ?? [])],
  }));
}

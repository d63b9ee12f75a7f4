/**
 * The whole way from Markdown to published editions.
 *
 * Each publication is loaded and parsed once; each edition composes its own book from that
 * and goes through the stages of its format. What is wrong is collected all along; only an
 * edition without errors is published, and it takes its place in one step.
 */
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { programVersion } from "./cli/version.js";
import { compose } from "./compose/compose.js";
import { type Diagnostic, hasErrors } from "./diagnostics/diagnostic.js";
import { FORMATS } from "./formats.js";
import { catalogueFaults, selectedEditions } from "./load/catalogue.js";
import { readImages } from "./load/images.js";
import { loadPublication } from "./load/load.js";
import { publicationHome } from "./load/locate.js";
import { decodeUtf8 } from "./load/utf8.js";
import type { Resource } from "./model/book.js";
import type { BuildRequest, BuildResult, EditionResult, PublicationDiagnostics } from "./model/build.js";
import type { Manuscript } from "./model/manuscript.js";
import type { Stage } from "./model/progress.js";
import type { Edition, Publication } from "./model/publication.js";
import { openPool, type WorkerPool } from "./paginate/pool.js";
import { parseMarkdown } from "./parse/parse.js";
import { publishFile } from "./publish.js";

/** What is the same for every edition of a build. */
interface Build {
  readonly request: BuildRequest;
  readonly pool: WorkerPool;
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
  const pool = openPool(request.jobs ?? availableParallelism());
  const context: Build = { request, pool, creator: `Colophon ${await programVersion()}` };
  try {
    const loads = await Promise.all(request.publications.map(load));
    const publications = loads.flatMap(({ loaded }) => (loaded ? [loaded.publication] : []));
    const faults = catalogueFaults(publications, request.editions);
    const editions: EditionResult[] = [];
    for (const { loaded } of loads) {
      if (loaded && !hasErrors(faults)) editions.push(...(await buildPublication(loaded, context)));
    }
    const general = faults.length > 0 ? [{ publication: "", root: process.cwd(), diagnostics: faults }] : [];
    return { editions, diagnostics: [...general, ...loads.map(({ report }) => report)] };
  } finally {
    await pool.close();
  }
}

async function load(folder: string): Promise<{ report: PublicationDiagnostics; loaded?: Loaded }> {
  const diagnostics: Diagnostic[] = [];
  const publication = await loadPublication(folder, (each) => diagnostics.push(each));
  const { id, root } = publication ?? (await publicationHome(folder));
  const report = { publication: id, root, diagnostics };
  return publication ? { report, loaded: { publication, diagnostics } } : { report };
}

async function buildPublication(loaded: Loaded, context: Build): Promise<EditionResult[]> {
  const { publication, diagnostics } = loaded;
  const editions = selectedEditions(publication, context.request.editions);
  const report = (each: Diagnostic) => void diagnostics.push(each);
  const manuscripts = await parse(publication, editions, report);
  const covers = editions.flatMap(({ cover }) => cover ?? []);
  const resources = await readImages(publication.root, manuscripts.values(), covers, report);
  const source = { publication, manuscripts, resources, faulty: hasErrors(diagnostics) };
  const results: EditionResult[] = [];
  for (const edition of editions) results.push(await buildEdition(source, edition, context, report));
  return results;
}

/** Parses every file that the editions use, each once. */
async function parse(
  publication: Publication,
  editions: readonly Edition[],
  report: (each: Diagnostic) => void,
): Promise<Map<string, Manuscript>> {
  const files = new Set(editions.flatMap(({ sections }) => sections.flatMap((section) => section.files)));
  const manuscripts = new Map<string, Manuscript>();
  for (const file of files) {
    const text = decodeUtf8(await readFile(join(publication.root, file)), file, report);
    if (text !== undefined) manuscripts.set(file, parseMarkdown(file, text, report));
  }
  return manuscripts;
}

/** What the editions of a publication are made of. */
interface Source {
  readonly publication: Publication;
  readonly manuscripts: ReadonlyMap<string, Manuscript>;
  readonly resources: ReadonlyMap<string, Resource>;
  /** True when loading or parsing found an error: then nothing is published, but composing still tells more. */
  readonly faulty: boolean;
}

async function buildEdition(
  { publication, manuscripts, resources, faulty }: Source,
  edition: Edition,
  context: Build,
  report: (each: Diagnostic) => void,
): Promise<EditionResult> {
  const { request, pool, creator } = context;
  const begun = performance.now();
  const name = { publication: publication.id, edition: edition.id, format: edition.format };
  const onStage = (stage: Stage, progress = {}) =>
    request.onProgress?.({ type: "stage", ...name, stage, ...progress });
  const finish = (rest: Omit<EditionResult, keyof typeof name | "seconds">): EditionResult => {
    const result = { ...name, ...rest, seconds: (performance.now() - begun) / 1000 };
    request.onProgress?.({ type: "edition-end", ...result });
    return result;
  };
  const failed = () => finish({ status: "failed" });

  request.onProgress?.({ type: "edition-start", ...name });
  onStage("compose");
  const composed: Diagnostic[] = [];
  const book = compose(edition, manuscripts, resources, (each) => composed.push(each));
  composed.forEach(report);
  if (faulty || hasErrors(composed)) return failed();
  const produced = await FORMATS[edition.format](book, {
    root: publication.root,
    pool,
    creator,
    onStage,
    ...signalOf(request),
  });
  produced.diagnostics.forEach(report);
  if (hasErrors(produced.diagnostics)) return failed();
  onStage("publish");
  const target = join(request.out, publication.id, `${edition.id}.${edition.format}`);
  const published = await publishFile(target, produced.bytes);
  return finish({ status: "published", extent: produced.extent, ...published });
}

function signalOf({ signal }: BuildRequest): { signal?: AbortSignal } {
  return signal ? { signal } : {};
}

/** What builds work with: formats with what they keep warm, results of earlier builds, and the place where finished editions go. */
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { limited } from "../cache/automatic.js";
import { cacheFolder } from "../cache/folder.js";
import { noStore, openStore, type Store } from "../cache/store.js";
import { writeBehind } from "../cache/write-behind.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { openExtensions } from "../extensions/open.js";
import { storeFor } from "../extensions/store.js";
import type { Produced } from "../formats/format.js";
import { type OpenFormats, openFormats } from "../formats/registry.js";
import { webImagesFor } from "../input/web/web-images-for.js";
import type { BuildRequest } from "../model/build.js";
import type { OpenExtensions } from "../model/extensions.js";
import { extensionOf, type Format, isKepub } from "../model/format.js";
import { type Limits, limitsFrom } from "../model/limits.js";
import type { Edition, Publication } from "../model/publication.js";
import type { WebImages } from "../model/web-image.js";
import { processEnvironment } from "../runtime/environment.js";
import { removeDeadFolders } from "../runtime/temporary/dead.js";
import { cacheFaults } from "./machine-faults.js";
import { type PublishedFile, publishFile } from "./publish.js";
import { sourceDateFaults } from "./source-date.js";

/** A build opens one for itself; who builds again and again keeps one open, and what its formats started warm. */
export interface BuildSession {
  /** How many browsers may run at once. */
  readonly jobs: number;
  /** With what they keep warm. */
  readonly formats: OpenFormats;
  /** For each section, text and image. */
  readonly limits: Limits;
  readonly store: Store;
  readonly extensions: OpenExtensions;
  readonly web: WebImages;
  readonly publish: Publish;
  /** What is wrong with the environment and with the extensions; with an error nothing is built. */
  readonly faults: readonly Diagnostic[];
  /** Ends what is under way. */
  readonly signal: AbortSignal | undefined;
  close(): Promise<void>;
}

export interface EditionName {
  readonly publication: string;
  readonly edition: string;
  readonly format: Format;
  readonly kepub?: boolean;
}

export function editionName({ id: publication }: Publication, edition: Edition): EditionName {
  const { id, format } = edition;
  return { publication, edition: id, format, ...(isKepub(edition) ? { kepub: true } : {}) };
}

/**
 * Puts a finished edition without errors in its place, and says where that is.
 *
 * @throws the system's error when the place cannot be written to.
 */
export type Publish = (name: EditionName, produced: Produced) => Promise<Partial<PublishedFile>>;

/** @param request says how many browsers may run, what is kept, where editions go, and when all of it ends. */
export async function openSession(
  request: Pick<BuildRequest, "jobs" | "limits" | "cache" | "out" | "signal" | "extensions" | "allowFetch">,
  publish: Publish = intoFolder(request.out),
): Promise<BuildSession> {
  const faults: Diagnostic[] = [...cacheFaults(processEnvironment), ...sourceDateFaults(processEnvironment)];
  const report = (each: Diagnostic) => void faults.push(each);
  const extensions = await openExtensions(request.extensions, process.cwd(), report);
  const jobs = request.jobs ?? availableParallelism();
  const limits = limitsFrom(request.limits);
  const { signal } = request;
  const { handlers } = extensions;
  const formats = openFormats({ jobs, limits, handlers, environment: processEnvironment, signal });
  const kept = request.cache === "none" ? noStore : openStore(cacheFolder(processEnvironment));
  const store = limited(writeBehind(storeFor(kept, extensions)), processEnvironment);
  const web = await webImagesFor(request.allowFetch, { limits, store, signal }, report);
  const cleaning = removeDeadFolders();
  const close = async () => {
    await Promise.all(Object.values(formats).map((each) => each.close?.()));
    await store.tidy();
    await cleaning;
  };
  return { jobs, formats, limits, store, extensions, web, publish, faults, signal, close };
}

function intoFolder(out: string): Publish {
  return (name, { bytes }) => publishFile(publishedPath(out, name), bytes);
}

/** `<out>/<publication>/<edition>.<ext>`. */
export function publishedPath(out: string, { publication, edition, ...kind }: EditionName): string {
  return join(out, publication, `${edition}.${extensionOf(kind)}`);
}

/** Writes down what a build has made: the manifest, and beside it how long each edition took. */
import { join } from "node:path";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { BuildRequest, PublicationDiagnostics } from "../../model/build.js";
import type { EditionResult } from "../../model/edition-result.js";
import { isSpecial } from "../../runtime/temporary/through.js";
import { cannotPublish } from "../machine-faults.js";
import { publishFile } from "../publish.js";
import { manifestOf, manifestText } from "./manifest.js";
import type { Manifest } from "./schema.js";
import { timingsBeside, timingsOf, timingsPath, timingsText } from "./timings.js";

export const MANIFEST = "editions.json";

export interface Made {
  readonly editions: readonly EditionResult[];
  /** Publications that could not be loaded. */
  readonly unread: readonly PublicationDiagnostics[];
  readonly shard?: Manifest["shard"];
}

export interface Recorded {
  /** Absolute path. */
  readonly manifest?: string;
  /** Why it could not be written. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Each file takes its place in one step.
 *
 * A build that published nothing leaves the folder as it is: the manifest there tells what is
 * there. One that is asked for by name, and that of a shard, is written all the same.
 */
export async function recordBuild(made: Made, request: BuildRequest): Promise<Recorded> {
  const isPublishing = (request.publish ?? "write") === "write";
  const isAsked = request.manifest !== undefined || (isPublishing && made.shard !== undefined);
  const isDone =
    isPublishing && made.editions.some(({ status, path }) => status === "published" && path !== undefined);
  if (!isAsked && !isDone) return { diagnostics: [] };
  const path = request.manifest ?? join(request.out, MANIFEST);
  const manifest = manifestOf(made.editions, made.unread, made.shard);
  try {
    const earlier = { ...request.shard?.timings, ...(await timingsBeside(path)) };
    const published = await publishFile(path, Buffer.from(manifestText(manifest)));
    const timings = timingsText(timingsOf(made.editions, earlier));
    // Beside a device there is no place for it.
    if (!(await isSpecial(path))) await publishFile(timingsPath(path), Buffer.from(timings));
    return { manifest: published.path, diagnostics: [] };
  } catch (error) {
    return { diagnostics: [cannotPublish(error, path)] };
  }
}

/**
 * Puts the manifests of shards together into that of the whole build.
 *
 * It is the same, byte for byte, as if one machine had built everything. A shard that is missing,
 * that comes twice or that planned with other inputs would leave editions out in silence: that is
 * an error.
 */
import { readFile } from "node:fs/promises";
import { diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import { canonical } from "./manifest.js";
import { type Manifest, type ManifestEdition, manifestSchema } from "./schema.js";

export interface NamedManifest {
  /** Its path, for messages. */
  readonly path: string;
  readonly manifest: Manifest;
}

/** Reads a manifest; reports one that is none. */
export async function readManifest(path: string, report: Report): Promise<NamedManifest | undefined> {
  try {
    const found = manifestSchema.safeParse(JSON.parse(await readFile(path, "utf8")));
    if (found.success) return { path, manifest: found.data };
  } catch {
    // No file or no JSON: said below.
  }
  const hint = "Name files that `colophon build` has written: editions.json";
  report(diagnostic("bad-timings", `\`${path}\` is not a manifest that can be read`, undefined, hint));
  return undefined;
}

/** The whole manifest; whatever does not fit is reported, and the result is then good for nothing. */
export function mergeManifests(given: readonly NamedManifest[], report: Report): Manifest {
  checkShards(given, report);
  const editions = new Map<string, { readonly from: string; readonly entry: ManifestEdition }>();
  for (const { path, manifest } of given) {
    for (const entry of manifest.editions) {
      const name = `${entry.publication}/${entry.edition}`;
      const other = editions.get(name);
      if (other !== undefined) report(clash(`\`${name}\` is in \`${other.from}\` and in \`${path}\``));
      else editions.set(name, { from: path, entry });
    }
  }
  return canonical({
    manifest: 1,
    editions: [...editions.values()].map(({ entry }) => entry),
    // Every shard reads all publications, so each tells of those that cannot be read.
    diagnostics: given.flatMap(({ manifest }) => manifest.diagnostics),
  });
}

function checkShards(given: readonly NamedManifest[], report: Report): void {
  const shards = given.flatMap(({ path, manifest }) => (manifest.shard ? [{ path, ...manifest.shard }] : []));
  const [first] = shards;
  if (first === undefined) return;
  const stranger = shards.find((each) => each.count !== first.count || each.plan !== first.plan);
  if (stranger !== undefined) {
    const message = `\`${first.path}\` and \`${stranger.path}\` are shards of different builds`;
    const hint = "Give every shard the same sources, options and timings, and build them all again";
    report(clash(message, hint));
    return;
  }
  const present = new Set(shards.map(({ index }) => index));
  for (let index = 1; index <= first.count; index += 1) {
    if (!present.has(index)) report(clash(`Shard ${index}/${first.count} is missing`));
  }
}

function clash(message: string, hint = "Name the manifest of every shard of one build, each once") {
  return diagnostic("manifest-clash", message, undefined, hint);
}

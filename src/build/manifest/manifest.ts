/**
 * The manifest of a build: what was made, from nothing but the result, without times.
 *
 * Order is that of the names, so that the manifests of shards come together as that of one build.
 */
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { PublicationDiagnostics } from "../../model/build.js";
import type { EditionResult } from "../../model/edition-result.js";
import { extensionOf, FORMATS } from "../../model/format.js";
import { type Manifest, type ManifestDiagnostic, type ManifestEdition, manifestSchema } from "./schema.js";

/** @param unread publications that could not be loaded, with the reasons. */
export function manifestOf(
  editions: readonly EditionResult[],
  unread: readonly PublicationDiagnostics[],
  shard?: Manifest["shard"],
): Manifest {
  return canonical({
    manifest: 1,
    ...(shard === undefined ? {} : { shard }),
    editions: editions.map(entry),
    diagnostics: unread.flatMap(({ publication, diagnostics }) =>
      diagnostics.map((each) => ({ publication, ...plain(each) })),
    ),
  });
}

/**
 * The one way to write down what a manifest says: keys in the order of the schema, editions by
 * publication and edition, what was found once, all by code units: no locale has a say.
 */
export function canonical(manifest: Manifest): Manifest {
  const { editions, diagnostics, ...rest } = manifestSchema.parse(manifest);
  const found = new Set(diagnostics.map((each) => JSON.stringify(each)));
  return {
    ...rest,
    editions: editions.sort((a, b) => compare(a.publication, b.publication) || compare(a.edition, b.edition)),
    diagnostics: [...found].sort(compare).map((each) => JSON.parse(each) as Manifest["diagnostics"][number]),
  };
}

/** The manifest as a file. */
export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function entry(result: EditionResult): ManifestEdition {
  const { publication, edition, format, status, versions, diagnostics = [] } = result;
  const found = distinctly(diagnostics.map(plain));
  return {
    publication,
    edition,
    format,
    status,
    ...artifactOf(result),
    ...factsOf(result),
    ...(versions === undefined ? {} : { versions }),
    errors: found.filter(({ severity }) => severity === "error").length,
    warnings: found.filter(({ severity }) => severity === "warning").length,
    diagnostics: found,
  };
}

function artifactOf({ publication, edition, bytes, sha256, ...kind }: EditionResult) {
  if (bytes === undefined || sha256 === undefined) return {};
  return { artifact: { path: `${publication}/${edition}.${extensionOf(kind)}`, bytes, sha256 } };
}

/** A fact that is not known is left out, as JSON does it. */
function factsOf(result: EditionResult) {
  const { format, extent, words, languages, fonts, images, accessibility, provenance } = result;
  return { [`${FORMATS[format].unit}s`]: extent, words, languages, fonts, images, accessibility, provenance };
}

function plain({ code, severity, message, hint, location }: Diagnostic): ManifestDiagnostic {
  return { code, severity, message, ...(hint === undefined ? {} : { hint }), ...location };
}

function distinctly(found: readonly ManifestDiagnostic[]): ManifestDiagnostic[] {
  return [...new Map(found.map((each) => [JSON.stringify(each), each])).values()];
}

/**
 * Checks a publication without laying it out: everything that loading, parsing, composing and,
 * for ebooks, packaging find. Nothing is published, and a browser runs for diagrams of Mermaid alone.
 *
 * What only pages tell (lost text, overfull lines, missing glyphs in print) takes a build.
 */
import { withoutExtension } from "../build/machine-faults.js";
import { type Composed, composeEdition, readSources } from "../build/sources.js";
import { noStore } from "../cache/store.js";
import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.js";
import { storeFor } from "../extensions/store.js";
import { MAKERS } from "../formats/registry.js";
import { loadPublication } from "../load/load.js";
import { publicationHome } from "../load/locate.js";
import type { OpenExtensions } from "../model/extensions.js";
import type { Limits } from "../model/limits.js";
import type { Publication } from "../model/publication.js";
import type { WebImages } from "../model/web-image.js";
import { addressesOfBook } from "./external/addresses.js";
import type { FoundLink } from "./external/links.js";

export interface CheckedPublication {
  readonly publication: Pick<Publication, "id" | "root" | "levels" | "strictness">;
  readonly diagnostics: readonly Diagnostic[];
  readonly links: readonly FoundLink[];
}

/** What whoever checks has set, as for a build. */
export interface CheckSettings {
  /** See `source-date.ts`. */
  readonly sourceDateEpoch: number | undefined;
  readonly extensions: OpenExtensions;
  readonly limits: Limits;
  /** See `BuildRequest`. */
  readonly allow?: readonly string[];
  readonly web: WebImages;
  /** Ends what takes long. */
  readonly signal?: AbortSignal;
}

export async function checkPublication(folder: string, settings: CheckSettings): Promise<CheckedPublication> {
  const { extensions, limits, allow, web, signal } = settings;
  const diagnostics: Diagnostic[] = [];
  const report = (each: Diagnostic) => void diagnostics.push(each);
  const publication = await loadPublication(folder, report, extensions.themes, allow);
  if (publication === undefined)
    return { publication: await publicationHome(folder), diagnostics, links: [] };
  const isSound = !hasErrors(diagnostics);
  const { editions, root } = publication;
  // Not `noStore` itself: files that were parsed without these plugins are others.
  const store = storeFor(noStore, extensions);
  const { markdown } = extensions;
  const sources = await readSources(publication, editions, store, markdown, limits, web, signal).catch(
    withoutExtension(root),
  );
  // A plugin has failed: there is no text to go on with.
  if ("bytes" in sources)
    return { publication, diagnostics: [...diagnostics, ...sources.diagnostics], links: [] };
  const links = new Map<string, FoundLink>();
  for (const edition of publication.editions) {
    const composed = await composeEdition(sources, edition);
    diagnostics.push(...composed.diagnostics);
    for (const each of addressesOfBook(composed.book)) links.set(JSON.stringify(each), each);
    if (isSound && !hasErrors(composed.diagnostics))
      diagnostics.push(...(await made(publication, composed, settings)));
  }
  return { publication, diagnostics, links: [...links.values()] };
}

/** What making the edition would find, without pages. */
async function made(
  { root }: Publication,
  { book }: Composed,
  { sourceDateEpoch, extensions: { helpers } }: CheckSettings,
): Promise<readonly Diagnostic[]> {
  const { check } = MAKERS[book.edition.format];
  const found = (await check?.(book, { root, sourceDateEpoch, helpers }).catch(withoutExtension(root))) ?? [];
  return "bytes" in found ? found.diagnostics : found;
}

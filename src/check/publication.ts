/**
 * Checks a publication without laying it out: everything that loading, parsing, composing and,
 * for ebooks, packaging find. Nothing is published and no browser runs.
 *
 * What only pages tell (lost text, overfull lines, missing glyphs in print) takes a build.
 */
import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.js";
import { loadPublication } from "../load/load.js";
import { publicationHome } from "../load/locate.js";
import type { Publication } from "../model/publication.js";
import { composeEdition, readSources } from "../sources.js";
import { addressesOfBook } from "./external/addresses.js";
import type { Mention } from "./external/links.js";

export interface CheckedPublication {
  readonly publication: Pick<Publication, "id" | "root" | "levels">;
  readonly diagnostics: readonly Diagnostic[];
  readonly links: readonly Mention[];
}

/** @param sourceDateEpoch see `source-date.ts`. */
export async function checkPublication(
  folder: string,
  sourceDateEpoch: number | undefined,
): Promise<CheckedPublication> {
  const diagnostics: Diagnostic[] = [];
  const publication = await loadPublication(folder, (each) => diagnostics.push(each));
  if (publication === undefined)
    return { publication: await publicationHome(folder), diagnostics, links: [] };
  const isSound = !hasErrors(diagnostics);
  const sources = await readSources(publication, publication.editions);
  const links = new Map<string, Mention>();
  for (const edition of publication.editions) {
    const composed = composeEdition(sources, edition);
    diagnostics.push(...composed.diagnostics);
    for (const each of addressesOfBook(composed.book)) links.set(JSON.stringify(each), each);
    if (edition.format === "epub" && isSound && !hasErrors(composed.diagnostics))
      diagnostics.push(...(await packaged(publication, composed, sourceDateEpoch)));
  }
  return { publication, diagnostics, links: [...links.values()] };
}

async function packaged(
  { root }: Publication,
  { book }: ReturnType<typeof composeEdition>,
  sourceDateEpoch: number | undefined,
): Promise<readonly Diagnostic[]> {
  const { publishEpub } = await import("../epub/index.js");
  return (await publishEpub(book, { root, sourceDateEpoch })).diagnostics;
}

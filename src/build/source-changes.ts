/**
 * Tells when a source has changed while an edition was made of it.
 *
 * Each file is read once, so the edition is made of what was there then; but one file may be
 * from before a change and another from after it.
 */
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import type { Edition, Publication } from "../model/publication.js";
import type { WebImages } from "../model/web-image.js";
import { currentSources, type SourceDigests } from "./edition-cache.js";

/** @param read what was read. */
export async function changedSources(
  publication: Publication,
  edition: Edition,
  inputs: readonly string[],
  read: SourceDigests,
  web: WebImages,
): Promise<Diagnostic[]> {
  const { file } = publication;
  const known = [...new Set([file, ...inputs])].filter((each) => read.files.has(each));
  const now = await currentSources(publication, edition, known, web);
  const changed = known.find((each) => now?.files.get(each) !== read.files.get(each));
  if (changed === undefined && now?.theme === read.theme) return [];
  const name =
    now === undefined ? "A source" : changed === undefined ? "A template or style" : `\`${changed}\``;
  const message = `${name} changed while the edition was made of it`;
  const place =
    changed === undefined || now === undefined ? undefined : { file: changed, line: 1, column: 1 };
  return [diagnostic("source-changed", message, place, "Build again when nothing is being written any more")];
}

/** What a publication is made of on disk: its folder, and what else it may use. */
import { loadPublication } from "../load/load.js";
import { publicationHome } from "../load/locate.js";

/**
 * Absolute paths to be watched. What the description allows later on is watched from the next start.
 *
 * @param given absolute paths that the caller allows.
 */
export async function watchedFolders(publication: string, given: readonly string[] = []): Promise<string[]> {
  const { root } = await publicationHome(publication);
  const loaded = await loadPublication(publication, () => undefined, undefined, given);
  return [root, ...(loaded === undefined ? given : (loaded.allow ?? []))];
}

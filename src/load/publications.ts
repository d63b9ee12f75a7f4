/** Which publications a command is about when the user names some, or none. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";
import { isPublication, publicationsIn, publicationsMeantBy } from "./locate.js";
import { isPattern, publicationsLike } from "./patterns.js";

/** Where a project keeps its publications. */
const PROJECT_FOLDER = "content";

/**
 * Absolute paths of the publications, each once, in the order given; those of a pattern by name.
 *
 * None given: the current folder when it is a publication, else every publication in `content/`;
 * else what its languages are, or the only one among its folders; when there is none, that is reported. Texts that nothing describes are published when they are named.
 */
export async function requestedPublications(
  given: readonly string[],
  cwd: string,
  report: Report,
): Promise<readonly string[]> {
  if (given.length > 0) {
    const found = await Promise.all(given.map((each) => namedPublications(each, cwd, report)));
    return [...new Set(found.flat())];
  }
  if (await isPublication(cwd)) return [cwd];
  const found = await publicationsIn(join(cwd, PROJECT_FOLDER));
  if (found.length > 0) return found;
  const meant = await publicationsMeantBy(cwd);
  if (meant.length === 0) {
    const message = "There is no publication here, and none in the folders of `content/`";
    const hint =
      "Name a publication: `colophon build my-book`, or `colophon build .` for the texts that are here";
    report(diagnostic("publication-not-found", message, undefined, hint));
  }
  return meant;
}

/** Of a path, itself or what it stands for; all that it matches for a pattern, unless there is something of that very name. */
async function namedPublications(given: string, cwd: string, report: Report): Promise<readonly string[]> {
  const path = resolve(cwd, given);
  if (!isPattern(given) || existsSync(path)) {
    const meant = await publicationsMeantBy(path);
    return meant.length === 0 ? [path] : meant;
  }
  const found = await publicationsLike(given, cwd);
  if (found.length === 0) {
    const message = `No publication matches \`${given}\``;
    const hint =
      "Write a pattern like `books/*`, which matches the publications among the folders of `books`";
    report(diagnostic("publication-not-found", message, undefined, hint));
  }
  return found;
}

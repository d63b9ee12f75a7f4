/** Which publications a command is about when the user names some, or none. */
import { join, resolve } from "node:path";
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";
import { isPublication, publicationsIn } from "../load/locate.js";

/** Where a project keeps its publications. */
const PROJECT_FOLDER = "content";

/**
 * Absolute paths of the publications, each once, in the order given.
 *
 * None given: the current folder when it is a publication, else every publication in `content/`;
 * when there is none either, that is reported.
 */
export async function requestedPublications(
  given: readonly string[],
  cwd: string,
  report: Report,
): Promise<readonly string[]> {
  if (given.length > 0) return [...new Set(given.map((each) => resolve(cwd, each)))];
  if (await isPublication(cwd)) return [cwd];
  const found = await publicationsIn(join(cwd, PROJECT_FOLDER));
  if (found.length === 0) {
    const message = "There is no publication.yaml or SUMMARY.md here, and none in the folders of `content/`";
    report(
      diagnostic("publication-not-found", message, undefined, "Name a publication: colophon build my-book"),
    );
  }
  return found;
}

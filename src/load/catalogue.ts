/** Checks across the publications of one build: names that clash, editions that nobody has. */
import { join } from "node:path";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { nearest } from "../diagnostics/nearest.js";
import type { Edition, Publication } from "../model/publication.js";

/** The editions of a publication that a build asks for: all of them when it names none. */
export function selectedEditions(
  publication: Publication,
  ids: readonly string[] | undefined,
): readonly Edition[] {
  if (ids === undefined || ids.length === 0) return publication.editions;
  return publication.editions.filter((each) => namesOf(each).some((name) => ids.includes(name)));
}

/** An edition is asked for by its id; all that one description with `for-each` makes, by its name. */
function namesOf({ id, madeFrom = id }: Edition): readonly string[] {
  return [id, madeFrom];
}

/**
 * Finds what is wrong with a build as a whole.
 *
 * An edition's id is wrong only when no publication of the build has it, so one option serves a catalogue.
 */
export function catalogueFaults(
  publications: readonly Publication[],
  ids: readonly string[] | undefined,
): readonly Diagnostic[] {
  const known = [...new Set(publications.flatMap((each) => each.editions.flatMap(namesOf)))];
  const unknown = (ids ?? []).filter((id) => !known.includes(id)).map((id) => unknownEdition(id, known));
  return [...(publications.length === 0 ? [] : unknown), ...clashes(publications)];
}

function unknownEdition(id: string, known: readonly string[]): Diagnostic {
  const similar = nearest(id, known);
  const hint = similar === undefined ? `Use one of: ${known.join(", ")}` : `Did you mean \`${similar}\`?`;
  return diagnostic("unknown-edition", `There is no edition \`${id}\``, undefined, hint);
}

/** Two folders of one name, or two publications in one folder, would write over each other in the output. */
function clashes(publications: readonly Publication[]): readonly Diagnostic[] {
  const roots = new Map<string, string>();
  const found: Diagnostic[] = [];
  for (const { id, root: folder, file } of publications) {
    const isAlone = publications.every((each) => each.root !== folder || each.file === file);
    const root = isAlone ? folder : join(folder, file);
    const other = roots.get(id);
    if (other !== undefined && other !== root) {
      const message = `\`${other}\` and \`${root}\` would both be published as \`${id}\``;
      found.push(
        diagnostic("publication-clash", message, undefined, "Rename one folder, or build them separately"),
      );
    }
    roots.set(id, root);
  }
  return found;
}

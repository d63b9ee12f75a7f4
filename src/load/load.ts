/**
 * The first stage: from a folder to the publication as its author described it.
 *
 * Everything that can be wrong in the description is reported in one go, each fault once.
 */
import type { Diagnostic, Report } from "../diagnostics/diagnostic.js";
import { openFolder } from "../input/folder.js";
import type { Publication } from "../model/publication.js";
import { allowedPaths } from "./allowed.js";
import { describedProject } from "./described-project.js";
import type { Description } from "./description.js";
import { describedEditions } from "./editions/editions.js";
import { describedLevels } from "./levels.js";
import { macrosByName } from "./macros.js";
import { withTextsOfTool } from "./tool-texts.js";

/**
 * Loads a publication.
 *
 * @param folderOrFile The publication's folder, or the file in it that describes it.
 * @param themes Folders of themes by name, from the caller of the library.
 * @param allowed Absolute paths outside of the folder that its texts may use, beside those that it names itself.
 * @returns The publication, with errors reported only as far as it could be understood: good for
 *   finding more errors in its text, never for publishing. Undefined when there is nothing to go on with.
 */
export async function loadPublication(
  folderOrFile: string,
  report: Report,
  themes: GivenThemes = new Map(),
  allowed: readonly string[] = [],
): Promise<Publication | undefined> {
  const found: Diagnostic[] = [];
  const described = await describedPublication(folderOrFile, (each) => found.push(each), themes, allowed);
  inOrder(found, described?.madeFrom ?? new Map()).forEach(report);
  return described?.publication;
}

type GivenThemes = ReadonlyMap<string, string>;

interface Described {
  readonly publication: Publication;
  readonly madeFrom: Description["madeFrom"];
}

async function describedPublication(
  folderOrFile: string,
  report: Report,
  themes: GivenThemes,
  allowed: readonly string[],
): Promise<Described | undefined> {
  const described = await describedProject(folderOrFile, report);
  if (described === undefined) return undefined;
  const { id, root, file, folder: inside, reader } = described;
  const description = await withTextsOfTool(described.description, inside);
  const { settings, madeFrom } = description;
  const texts = textSettings(description);
  // What they say has been read; here their digests are noted.
  for (const each of settings ?? []) await reader.text(each, () => undefined);
  const dialect = description.value.syntax ?? description.dialect;
  const allow = await allowedPaths(description, root, allowed, report);
  const folder = allow.length === 0 ? inside : openFolder(root, allow);
  const editions = await describedEditions(description, folder, report, themes);
  const levels = describedLevels(description.value, description.places, [], report);
  const publication = {
    id,
    root,
    file,
    ...(settings === undefined ? {} : { settings }),
    ...(dialect === undefined ? {} : { dialect }),
    ...(texts === undefined ? {} : { texts }),
    ...levels,
    ...(allow.length === 0 ? {} : { allow }),
    digests: reader.digests,
    editions,
  };
  return { publication, madeFrom };
}

/** What the project says of its texts, with the macros that the publication adds. */
function textSettings({ texts, value }: Description): Publication["texts"] {
  if (value.macros === undefined) return texts;
  return { ...texts, macros: { ...texts?.macros, ...macrosByName(value.macros) } };
}

/** In the order of the file, and once: editions share most of their description, faults included. */
function inOrder(
  diagnostics: readonly Diagnostic[],
  madeFrom: ReadonlyMap<string, string>,
): readonly Diagnostic[] {
  const said = new Map<string, Diagnostic>();
  for (const each of diagnostics) {
    // A fault of a description with `for-each` is one fault, whichever of its editions is named.
    const message = each.message.replace(/`([^`]+)`/g, (_, name: string) => madeFrom.get(name) ?? name);
    const words = JSON.stringify([each.code, each.location, message]);
    if (!said.has(words)) said.set(words, each);
  }
  return [...said.values()].sort(
    (a, b) =>
      (a.location?.line ?? 0) - (b.location?.line ?? 0) ||
      (a.location?.column ?? 0) - (b.location?.column ?? 0),
  );
}

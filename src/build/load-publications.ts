/** The publications of a build, read from their folders: each once, with what was found in its description. */
import { join } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { unforeseen } from "../diagnostics/unforeseen.js";
import { loadPublication } from "../load/load.js";
import { publicationHome } from "../load/locate.js";
import type { BuildRequest, PublicationDiagnostics } from "../model/build.js";
import type { OpenExtensions } from "../model/extensions.js";
import type { Publication } from "../model/publication.js";
import { leveller } from "./outcome.js";

export interface Loaded {
  readonly publication: Publication;
  /** Shared with the report: what its editions find goes there, too. */
  readonly diagnostics: Diagnostic[];
}

export interface Load {
  readonly report: PublicationDiagnostics;
  /** Missing when there is nothing to go on with. */
  readonly loaded?: Loaded;
}

/** @param themes folders of themes by name, from the caller. */
export async function loadPublications(
  request: BuildRequest,
  themes: OpenExtensions["themes"],
): Promise<readonly Load[]> {
  return withoutRepeats(await Promise.all(request.publications.map((each) => load(each, request, themes))));
}

async function load(folder: string, request: BuildRequest, themes: OpenExtensions["themes"]): Promise<Load> {
  const found: Diagnostic[] = [];
  const find = (each: Diagnostic) => void found.push(each);
  const publication = await loadPublication(folder, find, themes, request.allow).catch(
    (error: unknown) => void found.push(unforeseen(error, `\`${folder}\` cannot be read`)),
  );
  const diagnostics = [...leveller(publication ?? {}, request)(found)];
  const { id, root } = publication ?? (await publicationHome(folder));
  const report = { publication: id, root, diagnostics };
  return publication ? { report, loaded: { publication, diagnostics } } : { report };
}

/** A folder and the file in it may both be named; two files in one folder are two publications, that clash. */
function withoutRepeats(loads: readonly Load[]): readonly Load[] {
  const names = loads.map(({ loaded }) => loaded && join(loaded.publication.root, loaded.publication.file));
  return loads.filter((_, index) => names[index] === undefined || names.indexOf(names[index]) === index);
}

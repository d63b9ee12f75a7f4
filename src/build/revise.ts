/** Issues one edition of a publication: see `issue-edition.ts`. */
import { type Diagnostic, diagnostic, hasErrors } from "../diagnostics/diagnostic.js";
import { nearest } from "../diagnostics/nearest.js";
import { loadPublication } from "../load/load.js";
import { type Issued, type IssueNames, issueEdition } from "./issue-edition.js";
import { readSources } from "./sources.js";

export interface Revised {
  /** Undefined when there is nothing to issue: that is among the diagnostics. */
  readonly issued?: Issued;
  /** Absolute path of the publication's folder. */
  readonly root: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * @param folder of the publication, absolute, or what describes it.
 * @param id of the edition; it may be left out where there is only one.
 */
export async function revise(folder: string, id: string | undefined, names: IssueNames): Promise<Revised> {
  const diagnostics: Diagnostic[] = [];
  const report = (each: Diagnostic) => void diagnostics.push(each);
  const publication = await loadPublication(folder, report);
  if (publication === undefined || hasErrors(diagnostics)) return { root: folder, diagnostics };
  const { root, editions } = publication;
  const edition =
    id === undefined && editions.length === 1 ? editions[0] : editions.find((each) => each.id === id);
  if (edition === undefined) {
    report(
      noEdition(
        id,
        editions.map((each) => each.id),
      ),
    );
    return { root, diagnostics };
  }
  const sources = await readSources(publication, [edition]);
  if (hasErrors(sources.diagnostics)) return { root, diagnostics: [...diagnostics, ...sources.diagnostics] };
  return { root, issued: await issueEdition(publication, edition, sources, names), diagnostics };
}

function noEdition(id: string | undefined, known: readonly string[]): Diagnostic {
  const similar = id === undefined ? undefined : nearest(id, known);
  const hint = similar === undefined ? `Use one of: ${known.join(", ")}` : `Did you mean \`${similar}\`?`;
  const message =
    id === undefined
      ? "The publication has several editions: `--edition` says which one is issued"
      : `There is no edition \`${id}\``;
  return diagnostic("unknown-edition", message, undefined, hint);
}

/** Issues editions of a publication: see `issue-edition.ts`. */
import { type Diagnostic, diagnostic, hasErrors } from "../diagnostics/diagnostic.js";
import { catalogueFaults, selectedEditions } from "../load/catalogue.js";
import { loadPublication } from "../load/load.js";
import { type Issued, type IssueNames, issueEdition } from "./issue-edition.js";
import { readSources } from "./sources.js";

export interface Revised {
  /** In the order of the editions; none when there is nothing to issue: that is among the diagnostics. */
  readonly issued: readonly Issued[];
  /** Absolute path of the publication's folder. */
  readonly root: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * @param folder of the publication, absolute, or what describes it.
 * @param ids of the editions, or names of those that `for-each` has made; they may be left out where there is only one.
 */
export async function revise(folder: string, ids: readonly string[], names: IssueNames): Promise<Revised> {
  const diagnostics: Diagnostic[] = [];
  const report = (each: Diagnostic) => void diagnostics.push(each);
  const publication = await loadPublication(folder, report);
  const nothing = { root: publication?.root ?? folder, issued: [], diagnostics };
  if (publication === undefined || hasErrors(diagnostics)) return nothing;
  if (ids.length === 0 && publication.editions.length > 1) {
    report(severalEditions(publication.editions.map(({ id }) => id)));
  }
  catalogueFaults([publication], ids).forEach(report);
  if (hasErrors(diagnostics)) return nothing;
  const editions = selectedEditions(publication, ids);
  const sources = await readSources(publication, editions);
  if (hasErrors(sources.diagnostics)) {
    return { ...nothing, diagnostics: [...diagnostics, ...sources.diagnostics] };
  }
  const issued: Issued[] = [];
  for (const edition of editions) issued.push(await issueEdition(publication, edition, sources, names));
  return { ...nothing, issued };
}

function severalEditions(known: readonly string[]): Diagnostic {
  const message = "The publication has several editions: `--edition` says which of them are issued";
  return diagnostic("unknown-edition", message, undefined, `Use some of: ${known.join(", ")}`);
}

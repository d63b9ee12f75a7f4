/** What becomes of a finished edition: it is published, compared, or dropped; with an error, nothing. */
import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.js";
import { allLevelled, type Levels, type Strictness } from "../diagnostics/levels.js";
import type { Produced } from "../formats/format.js";
import type { BuildRequest } from "../model/build.js";
import type { EditionResult } from "../model/edition-result.js";
import type { Edition, Publication } from "../model/publication.js";
import { compareFile } from "./compare.js";
import { cannotPublish } from "./machine-faults.js";
import { type BuildSession, editionName, publishedPath } from "./session.js";

export type Outcome = Omit<EditionResult, "publication" | "edition" | "format" | "seconds">;

/** What is said of diagnostics: by a publication, one of its editions, or the request. */
interface Levelling {
  readonly levels?: Levels;
  readonly strictness?: Strictness;
}

/**
 * Diagnostics as those want them who have a say, see `diagnostics/levels.ts`.
 *
 * @param voices what a later one says counts before what an earlier one does.
 */
export function leveller(...voices: readonly Levelling[]) {
  const levels: Levels = Object.assign({}, ...voices.map((each) => each.levels));
  const strictness = voices.findLast((each) => each.strictness !== undefined)?.strictness ?? "lenient";
  return (found: readonly Diagnostic[]) => allLevelled(found, levels, strictness);
}

/** Whether the publication's description has errors: what is made of it then is not what its author meant. */
export type Soundness = "sound" | "faulty";

/** @param found in the edition, levelled: with an error among them its file goes nowhere. */
export async function outcomeOf(
  publication: Publication,
  edition: Edition,
  produced: Produced,
  found: readonly Diagnostic[],
  { request, session }: { readonly request: BuildRequest; readonly session: BuildSession },
  described: Soundness,
): Promise<Outcome & { readonly diagnostics: readonly Diagnostic[] }> {
  if (described === "faulty" || hasErrors(found)) return { status: "failed", diagnostics: found };
  const facts = {
    ...produced.facts,
    ...(produced.reused === undefined ? {} : { reused: produced.reused }),
  };
  if (request.publish === "never") {
    return { status: "checked", ...facts, bytes: produced.bytes.length, diagnostics: found };
  }
  const name = editionName(publication, edition);
  const target = publishedPath(request.out, name);
  if (request.publish === "compare") {
    const { diagnostics, ...comparison } = await compareFile(target, produced.bytes);
    return { ...facts, ...comparison, diagnostics: [...found, ...diagnostics] };
  }
  try {
    const published = await session.publish(name, produced);
    return { status: "published", ...facts, ...published, diagnostics: found };
  } catch (error) {
    return { status: "failed", diagnostics: [...found, cannotPublish(error, target)] };
  }
}

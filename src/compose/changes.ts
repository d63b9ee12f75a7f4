/** Marks in the texts of an edition what has changed since it was issued, before anything is made of them. */
import type { Manuscript } from "../model/manuscript.js";
import type { Edition } from "../model/publication.js";
import { withChanges } from "../revision/changes.js";

export function withAllChanges(
  { revision, metadata }: Edition,
  manuscripts: ReadonlyMap<string, Manuscript>,
): ReadonlyMap<string, Manuscript> {
  if (revision === undefined) return manuscripts;
  return new Map(
    [...manuscripts].map(([file, each]) => [file, withChanges(each, revision, metadata.language)]),
  );
}

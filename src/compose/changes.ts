/**
 * Marks in the texts of an edition what has changed since it was issued, before anything is made of them.
 *
 * What is for other editions goes first: an issue is what this one says, and what was never in it is nothing that it
 * shows as taken out.
 */
import { cloneTree } from "../hast/clone.js";
import type { Manuscript } from "../model/manuscript.js";
import type { Edition } from "../model/publication.js";
import { withChanges } from "../revision/changes.js";
import { addressTree } from "./addressed.js";
import { selectText } from "./select.js";

type Selecting = Parameters<typeof selectText>[2];

export function withAllChanges(
  edition: Edition,
  manuscripts: ReadonlyMap<string, Manuscript>,
  selecting: Selecting,
): ReadonlyMap<string, Manuscript> {
  const { revision, metadata } = edition;
  if (revision === undefined) return manuscripts;
  return new Map(
    [...manuscripts].map(([file, each]) => {
      const own = ownText(each, edition, selecting);
      // A text of which nothing is for this edition goes as a whole, with its section.
      return [file, own.tree.children.length === 0 ? each : withChanges(own, revision, metadata.language)];
    }),
  );
}

/** A text as this edition has it. */
export function ownText(manuscript: Manuscript, edition: Edition, selecting: Selecting): Manuscript {
  const own = { ...manuscript, tree: cloneTree(manuscript.tree) };
  selectText(own, edition, selecting);
  addressTree(own.tree, edition);
  return own;
}

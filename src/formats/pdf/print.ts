/** What `render/` makes of a book, and all that the stages after it see. */
import type { Location } from "../../diagnostics/location.js";
import type { OutlineEntry } from "../../model/print.js";
import type { Run } from "../../model/run.js";
import type { DocumentInformation } from "./assemble/assembly.js";
import type { NamedDraft } from "./job/layout-task.js";

export interface Print {
  /** In reading order. */
  readonly runs: readonly Run[];
  /** Writes the documents of runs, each when it is taken: browsers are at work on one while the next is written. */
  readonly drafts: (runs: readonly Run[]) => Iterable<NamedDraft>;
  readonly information: DocumentInformation;
  /** Bookmarks: the table of contents, as deep as the book goes. */
  readonly outline: readonly OutlineEntry[];
  /** Ids of places that links may lead to. */
  readonly linked: ReadonlySet<string>;
  /** Titles and names, as the title page has them. */
  readonly titlePage: string;
  readonly places: SourcePlaces;
}

/** Where in the sources printed blocks come from that have no place of their own. */
export interface SourcePlaces {
  /** What has no other place stands there. */
  readonly edition: Location;
  /** Of elements, by their ids. */
  readonly ids: ReadonlyMap<string, Location>;
  /** Ids that a block names which the program has written, by the name of the block (`adapt/generated-places.ts`). */
  readonly named: ReadonlyMap<string, readonly string[]>;
}

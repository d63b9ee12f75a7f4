/**
 * What the last build of an edition found out: good guesses to start from.
 *
 * They only save work. Folios and sides that turn out wrong are laid out again, as they are
 * when there is no history at all.
 */
import { keyOf, type Store } from "../../../cache/store.js";

export interface History {
  /** Folios by id. */
  readonly folios: Readonly<Record<string, string>>;
  /** Number of pages by run. */
  readonly pages: Readonly<Record<string, number>>;
  /** Seconds that the layout of each run took. */
  readonly seconds: Readonly<Record<string, number>>;
  /** Digests of what each run was written in. */
  readonly sources: Readonly<Record<string, string>>;
}

const NONE: History = { folios: {}, pages: {}, seconds: {}, sources: {} };

/** @param edition what tells this edition from all others, such as its folder and id. */
export async function readHistory(store: Store, edition: string): Promise<History> {
  const content = await store.read("history", keyOf(edition));
  // One that another version of the program has written may lack something.
  return content ? { ...NONE, ...(JSON.parse(content.toString("utf8")) as Partial<History>) } : NONE;
}

export async function writeHistory(store: Store, edition: string, history: History): Promise<void> {
  await store.write("history", keyOf(edition), Buffer.from(JSON.stringify(history)));
}

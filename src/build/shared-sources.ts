/**
 * The sources of a publication, for as long as one of its editions has still to be composed.
 *
 * The trees of all files are the largest thing that a build holds, and nobody needs them once the
 * last edition is composed: that is when the long work, the layout, begins. So they are held here
 * and nowhere else; who composes gets a book of its own.
 */
import type { Edition } from "../model/publication.js";
import type { ComposedParts, Parting } from "./book-parts.js";
import type { Sources } from "./sources.js";

export interface SharedSources {
  /** Reads them if no other edition has asked: a build without changes does without. */
  ready(): Promise<Pick<Sources, "parsed">>;
  /** Each edition is composed once. */
  compose(edition: Edition, parting: Parting): Promise<ComposedEdition>;
  /** One of those that ask for the edition is done, whether it was composed or not. */
  release(id: string): void;
}

/** A composed edition, and the SHA-256 of all files that were read. */
export type ComposedEdition = ComposedParts & Pick<Sources, "digests" | "searched">;

/** @param wanted the editions that are asked for, each as often as it is. */
export function shareSources(
  wanted: readonly Pick<Edition, "id">[],
  read: () => Promise<Sources>,
): SharedSources {
  let waiting = wanted.map(({ id }) => id);
  let sources: Promise<Sources> | undefined;
  const readOnce = (): Promise<Sources> => {
    sources ??= read();
    return sources;
  };
  const keepFor = (ids: string[]): void => {
    waiting = ids;
    if (waiting.length === 0) sources = undefined;
  };
  return {
    ready: readOnce,
    async compose(edition, parting) {
      const [{ composeInParts }, held] = await Promise.all([import("./book-parts.js"), readOnce()]);
      const composed = await composeInParts(held, edition, parting);
      keepFor(waiting.filter((id) => id !== edition.id));
      return { ...composed, digests: held.digests, searched: held.searched };
    },
    release(id) {
      const at = waiting.indexOf(id);
      keepFor(waiting.filter((_, index) => index !== at));
    },
  };
}

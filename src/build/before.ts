/**
 * The edition that another one has to wait for, because it takes something of it: an ebook the page numbers of a PDF.
 *
 * It is made even when only the other one is asked for, which must be the same in every build. Data flows one
 * way: which edition that is, and what is taken of it, the format says of the one that takes it.
 */
import type { Produced, Taken } from "../formats/format.js";
import { MAKERS } from "../formats/registry.js";
import type { Edition, Publication } from "../model/publication.js";

const NOTHING: Taken = { inputs: [], diagnostics: [] };

/** The edition that has to be made before another one, if there is one. */
export function editionBefore({ editions }: Publication, edition: Edition): Edition | undefined {
  const wanted = MAKERS[edition.format].before?.idOf(edition);
  return wanted === undefined ? undefined : editions.find(({ id }) => id === wanted);
}

/** The selected editions, and those that have to be made before them. */
export function withEditionsBefore(
  publication: Publication,
  editions: readonly Edition[],
): readonly Edition[] {
  return [...new Set(editions.flatMap((each) => [each, editionBefore(publication, each) ?? each]))];
}

/**
 * @param produce makes the edition before, or takes what has been made of it.
 * @returns with errors among the diagnostics, the edition is not to be made.
 * @throws what `produce` throws for a fault of the machine.
 */
export async function takeBefore(
  publication: Publication,
  edition: Edition,
  produce: (before: Edition) => Promise<Produced>,
): Promise<Taken> {
  const { before } = MAKERS[edition.format];
  const other = editionBefore(publication, edition);
  if (before === undefined || other === undefined) return NOTHING;
  return await before.take(other, edition, () => produce(other));
}

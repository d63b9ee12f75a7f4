/**
 * What a build has made of one publication, for as long as an edition asks for it.
 *
 * An ebook takes its page numbers from a PDF edition, so one file may be asked for several times
 * and is made once. A publication can have hundreds of editions: what nobody asks for
 * any more goes, and the bytes go when they are published.
 */
import type { Produced } from "../formats/format.js";

export interface MadeEditions {
  takeOrMake(id: string, make: () => Promise<Produced>): Promise<Produced>;
  /** The file is published: only its page numbers are of use now. */
  keepPages(id: string): void;
  /** One of the editions that ask for it is done. */
  release(id: string): void;
}

/** @param wanted the editions that are asked for, each as often as it is. */
export function madeEditions(wanted: readonly { readonly id: string }[]): MadeEditions {
  const made = new Map<string, Promise<Produced>>();
  const asking = new Map<string, number>();
  for (const { id } of wanted) asking.set(id, (asking.get(id) ?? 0) + 1);
  return {
    takeOrMake(id, make) {
      const produced = made.get(id) ?? make();
      made.set(id, produced);
      return produced;
    },
    keepPages(id) {
      const produced = made.get(id);
      if (produced)
        made.set(
          id,
          // The source map leads back to the whole book.
          produced.then(({ sourceMap, ...each }) => ({ ...each, bytes: new Uint8Array() })),
        );
    },
    release(id) {
      const left = (asking.get(id) ?? 1) - 1;
      asking.set(id, left);
      if (left === 0) made.delete(id);
    },
  };
}

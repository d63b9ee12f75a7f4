/**
 * A store that keeps in memory what was read from it last, for who builds again and again: most of a book is the same each
 * time. What is only written is not kept, so that a store that keeps nothing goes on keeping nothing.
 */
import type { EntryKind, Store } from "./store.js";

/** Bytes: four times what the benchmark book of 800 pages has. */
const MOST = 128_000_000;

/** Their keys cover all that they hold, so that they never change; a build reads them for each part of a book. */
const KINDS: ReadonlySet<EntryKind> = new Set(["run", "segment", "section", "glyphs"]);

/** @param most bytes that are kept; what was not used for longest goes first. */
export function remembered(store: Store, most: number = MOST): Store {
  const kept = new Map<string, Buffer>();
  let size = 0;
  const forget = (name: string): void => {
    size -= kept.get(name)?.length ?? 0;
    kept.delete(name);
  };
  /** Put in again, it is the newest. */
  const keep = (name: string, content: Buffer): void => {
    forget(name);
    kept.set(name, content);
    size += content.length;
    for (const oldest of kept.keys()) {
      if (size <= most) break;
      forget(oldest);
    }
  };
  return {
    async read(kind, key) {
      if (!KINDS.has(kind)) return store.read(kind, key);
      const name = `${kind}/${key}`;
      const content = kept.get(name) ?? (await store.read(kind, key));
      if (content) keep(name, content);
      return content;
    },
    write: (kind, key, content) => store.write(kind, key, content),
  };
}

/**
 * A store that nobody waits for: what is written goes to disk while the build goes on.
 *
 * Who reads an entry that is on its way waits until it is there, so nobody sees a difference.
 */
import type { Store } from "./store.js";

export interface WriteBehindStore extends Store {
  /** Resolves when everything that was written is in its place. */
  settled(): Promise<void>;
}

/** @param store one whose writing never fails. */
export function writeBehind(store: Store): WriteBehindStore {
  const underWay = new Map<string, Promise<void>>();
  return {
    async read(kind, key) {
      await underWay.get(`${kind}/${key}`);
      return store.read(kind, key);
    },
    async write(kind, key, content) {
      const name = `${kind}/${key}`;
      const before = underWay.get(name);
      const writing = Promise.resolve(before).then(() => store.write(kind, key, content));
      underWay.set(name, writing);
      void writing.finally(() => {
        if (underWay.get(name) === writing) underWay.delete(name);
      });
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay.values());
    },
  };
}

/** Keeps the cache below its limit without being asked: at the end of builds that have added to it. */
import { cacheFolder } from "./folder.js";
import { isDue, programSince, recordProgram } from "./programs.js";
import { prune } from "./prune.js";
import { cacheLimit, DEFAULT_CACHE_SIZE } from "./sizes.js";
import type { Store } from "./store.js";
import type { WriteBehindStore } from "./write-behind.js";

/** Looking at thousands of files takes a tenth of a second: not after every save of an author. */
const INTERVAL = 60_000;

export interface LimitedStore extends Store {
  /** To be called when the build is over: waits for what is still being written. Never fails. */
  tidy(): Promise<void>;
}

/** A store that is pruned at the end, if something was written to it and it has outgrown its limit. */
export function limited(store: WriteBehindStore, environment: NodeJS.ProcessEnv): LimitedStore {
  const folder = cacheFolder(environment);
  /** Undefined as long as nothing is written. */
  let recorded: Promise<void> | undefined;
  return {
    read: (kind, key) => store.read(kind, key),
    async write(kind, key, content) {
      // Before the first entry: what is older than the record belongs to other versions.
      recorded ??= recordProgram(folder);
      await recorded;
      await store.write(kind, key, content);
    },
    async tidy() {
      const maxSize = cacheLimit(environment) ?? DEFAULT_CACHE_SIZE;
      if (recorded === undefined) return;
      await store.settled();
      const now = Date.now();
      if (!(await isDue(folder, INTERVAL, now))) return;
      const since = await programSince(folder);
      await prune(folder, { maxSize, now, ...(since === undefined ? {} : { since }) });
    },
  };
}

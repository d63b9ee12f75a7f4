/**
 * Takes out of the cache what is least worth keeping.
 *
 * Several builds may use the cache meanwhile: an entry that somebody has used since it was
 * looked at stays, and one that goes while somebody wants it is a miss and is made again.
 */
import { lstat, rm } from "node:fs/promises";
import { type CacheFile, cacheFiles } from "./contents.js";

export interface PruneRules {
  /** Bytes that entries may take together. */
  readonly maxSize?: number;
  /** Seconds since the last use after which an entry goes. */
  readonly maxAge?: number;
  /**
   * Milliseconds since 1970 when this version of the program was first used here. Entries that
   * nobody has used since belong to versions before it, and go first of all when there is too much.
   */
  readonly since?: number;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface Pruned {
  readonly removed: readonly CacheFile[];
  readonly kept: readonly CacheFile[];
}

/** What was found out about editions holds for every version of the program. */
const FOR_ALL_VERSIONS = "history";
/** A draft is written in seconds: an older one has nobody to finish it. */
const DRAFT_AGE = 60 * 60 * 1000;

/** Decides what goes. Pure: nothing is removed. */
export function planPruning(files: readonly CacheFile[], rules: PruneRules): Pruned {
  const { maxSize = Number.POSITIVE_INFINITY, maxAge, since = 0, now } = rules;
  const oldest = maxAge === undefined ? Number.NEGATIVE_INFINITY : now - maxAge * 1000;
  const isExpired = ({ state, usedAt }: CacheFile) =>
    state === "draft" ? usedAt < now - DRAFT_AGE : usedAt < oldest;
  const isOfOldVersion = ({ kind, usedAt }: CacheFile) => kind !== FOR_ALL_VERSIONS && usedAt < since;
  const removed = new Set(files.filter(isExpired));
  let size = total(files.filter((each) => !removed.has(each)));
  const remove = (each: CacheFile) => {
    if (each.state === "draft" || removed.has(each)) return;
    removed.add(each);
    size -= each.bytes;
  };
  if (size > maxSize) files.filter(isOfOldVersion).forEach(remove);
  for (const each of [...files].sort(leastRecentlyUsedFirst)) {
    if (size <= maxSize) break;
    remove(each);
  }
  return {
    removed: files.filter((each) => removed.has(each)),
    kept: files.filter((each) => !removed.has(each)),
  };
}

/** @returns what was removed and what was left. */
export async function prune(folder: string, rules: PruneRules): Promise<Pruned> {
  const plan = planPruning(await cacheFiles(folder), rules);
  const removed: CacheFile[] = [];
  const kept = [...plan.kept];
  for (const each of plan.removed) ((await removeUnused(each)) ? removed : kept).push(each);
  return { removed, kept };
}

/** Bytes of files together. */
export function total(files: readonly CacheFile[]): number {
  return files.reduce((sum, each) => sum + each.bytes, 0);
}

function leastRecentlyUsedFirst(one: CacheFile, other: CacheFile): number {
  return one.usedAt - other.usedAt || (one.path < other.path ? -1 : 1);
}

/** False when it has been used meanwhile, or cannot be removed. */
async function removeUnused({ path, usedAt }: CacheFile): Promise<boolean> {
  const stats = await lstat(path).catch(() => undefined);
  if (stats !== undefined && stats.mtimeMs !== usedAt) return false;
  return rm(path, { force: true }).then(
    () => true,
    () => false,
  );
}

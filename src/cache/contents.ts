/**
 * What lies in the cache's folder, seen from outside: files, their sizes, and when each was used last.
 *
 * Nothing here knows what an entry holds. A file of the cache is one that is named by a
 * hash, two folders deep; whatever else lies in the folder belongs to somebody else.
 */
import type { Dirent } from "node:fs";
import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";

export interface CacheFile {
  /** The folder in the cache that it is in: `run`, `edition`, … */
  readonly kind: string;
  readonly path: string;
  readonly bytes: number;
  /** Milliseconds since 1970. A read sets the time of change. */
  readonly usedAt: number;
  /** A draft is being written, or was left behind by a program that was stopped. */
  readonly state: "entry" | "draft";
}

/** Unpacked browsers: large, and no entries. */
export const BROWSER_FOLDER = "browser";
/** Which versions of the program have used the cache, and when it was pruned (see `programs.ts`). */
export const RECORDS_FOLDER = "records";

const ENTRY = /^[0-9a-f]{40,64}(?:\.[a-z]+)?$/;
const DRAFT = /^[0-9a-f]{40,64}\..*\.tmp$/;
/** So many files are asked for their size at once. */
const BATCH = 64;

/** Every entry and draft; none when there is no folder. Files that go meanwhile are left out. */
export async function cacheFiles(folder: string): Promise<CacheFile[]> {
  const kinds = (await entriesOf(folder)).filter(
    (each) => each.isDirectory() && each.name !== BROWSER_FOLDER && each.name !== RECORDS_FOLDER,
  );
  const named: Named[] = [];
  for (const { name: kind } of kinds) {
    for (const shelf of await entriesOf(join(folder, kind))) {
      if (!shelf.isDirectory() || !/^[0-9a-f]{2}$/.test(shelf.name)) continue;
      named.push(...(await filesOf(kind, join(folder, kind, shelf.name))));
    }
  }
  return measured(named);
}

/** Bytes of all files below a folder; 0 when there is none. */
export async function folderSize(folder: string): Promise<number> {
  let bytes = 0;
  for (const entry of await entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) bytes += await folderSize(path);
    else bytes += (await lstat(path).catch(() => undefined))?.size ?? 0;
  }
  return bytes;
}

type Named = Pick<CacheFile, "kind" | "path" | "state">;

async function filesOf(kind: string, shelf: string): Promise<Named[]> {
  return (await entriesOf(shelf)).flatMap((each): Named[] => {
    if (!each.isFile()) return [];
    const path = join(shelf, each.name);
    if (ENTRY.test(each.name)) return [{ kind, path, state: "entry" }];
    return DRAFT.test(each.name) ? [{ kind, path, state: "draft" }] : [];
  });
}

async function measured(named: readonly Named[]): Promise<CacheFile[]> {
  const files: CacheFile[] = [];
  for (let start = 0; start < named.length; start += BATCH) {
    const batch = named.slice(start, start + BATCH).map(async (each) => {
      const stats = await lstat(each.path).catch(() => undefined);
      return stats ? [{ ...each, bytes: stats.size, usedAt: stats.mtimeMs }] : [];
    });
    files.push(...(await Promise.all(batch)).flat());
  }
  return files;
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  const found = await readdir(folder, { withFileTypes: true }).catch((): Dirent[] => []);
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

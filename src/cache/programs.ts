/**
 * Since when each version of the program has used the cache.
 *
 * An entry is named by a hash of all it depends on, the program included, so its name does not
 * tell for which version it was made. But what nobody has used since a version came can
 * only be of another one.
 */
import { mkdir, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { RECORDS_FOLDER } from "./contents.js";
import { programFingerprint } from "./fingerprint.js";

/** Notes that this version of the program uses the cache, the first time that it does. */
export async function recordProgram(folder: string): Promise<void> {
  try {
    await mkdir(join(folder, RECORDS_FOLDER), { recursive: true, mode: 0o700 });
    await writeFile(await recordOf(folder), "", { flag: "wx" });
  } catch {
    // It has been noted already, or the cache cannot be written to: nothing is pruned for it.
  }
}

/** Milliseconds since 1970; undefined when this version has never used the cache. */
export async function programSince(folder: string): Promise<number | undefined> {
  return (await stat(await recordOf(folder)).catch(() => undefined))?.mtimeMs;
}

/** True when `milliseconds` have passed since this was last true: then it is for the caller to do the work. */
export async function isDue(folder: string, milliseconds: number, now: number): Promise<boolean> {
  const path = join(folder, RECORDS_FOLDER, "pruned");
  const last = (await stat(path).catch(() => undefined))?.mtimeMs ?? Number.NEGATIVE_INFINITY;
  // A time in the future is of a clock that was wrong.
  if (last <= now && now - last < milliseconds) return false;
  try {
    await writeFile(path, "");
    await utimes(path, now / 1000, now / 1000);
    return true;
  } catch {
    return false;
  }
}

async function recordOf(folder: string): Promise<string> {
  return join(folder, RECORDS_FOLDER, await programFingerprint());
}

/** Removes what processes that are no more have left. */
import { readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEAD_AFTER, ownerOf } from "./owner.js";

/** Removes what is dead among the system's temporary files. */
export function removeDeadFolders(): Promise<void> {
  return removeDead(tmpdir());
}

/** Removes what is dead in a folder, be it files or folders. What cannot be removed stays. */
export async function removeDead(folder: string): Promise<void> {
  const names = await readdir(folder).catch((): string[] => []);
  for (const name of names) {
    const path = join(folder, name);
    if (await isDead(path)) await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}

async function isDead(path: string): Promise<boolean> {
  const owner = ownerOf(path);
  if (owner !== "unknown") return owner === "dead";
  const changed = await stat(path).catch(() => undefined);
  return changed !== undefined && Date.now() - changed.mtimeMs > DEAD_AFTER;
}

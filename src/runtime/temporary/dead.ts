/** Removes what processes that are no more have left. */
import { readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { endOrphans } from "../children/orphans.js";
import { DEAD_AFTER, ownerOf } from "../process-owner.js";
import { removeSocketOf } from "./browser-socket.js";

/** Removes what is dead among the system's temporary files. */
export function removeDeadFolders(): Promise<void> {
  return removeDead(tmpdir());
}

const GONE = { recursive: true, force: true, maxRetries: 3 } as const;

/** Removes what is dead in a folder, be it files, folders or programs that are noted there. What cannot be removed stays. */
export async function removeDead(folder: string): Promise<void> {
  const names = await readdir(folder).catch((): string[] => []);
  const dead: string[] = [];
  for (const name of names) {
    const path = join(folder, name);
    if (await isDead(path)) dead.push(path);
  }
  // What is left running goes first: it may write still.
  dead.forEach(endOrphans);
  for (const path of dead) {
    removeSocketOf(path);
    await rm(path, GONE).catch(() => undefined);
  }
}

async function isDead(path: string): Promise<boolean> {
  const owner = ownerOf(path);
  if (owner !== "unknown") return owner === "dead";
  const changed = await stat(path).catch(() => undefined);
  return changed !== undefined && Date.now() - changed.mtimeMs > DEAD_AFTER;
}

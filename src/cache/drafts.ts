/**
 * Files under a temporary name, until they are whole and take their place.
 *
 * A build that is killed leaves its draft behind. Its name says which process of which machine
 * writes it, so that a later build can tell what is dead from what another build is writing.
 */
import { createHash, randomBytes } from "node:crypto";
import { readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";

const HOST = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);
const NAME = /\.([0-9a-f]{8})-(\d+)-[0-9a-f]{12}\.tmp$/;
/** Milliseconds after which a draft of another machine is taken for dead. */
const DEAD_AFTER = 24 * 3600 * 1000;

/** A name beside `path`, or for anything else that is to go with this process. */
export function draftName(path: string): string {
  return `${path}.${HOST}-${process.pid}-${randomBytes(6).toString("hex")}.tmp`;
}

/**
 * Writes a file whole or not at all: a reader sees the old one or the new one.
 *
 * @throws the system's error; nothing is left behind.
 */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const draft = draftName(path);
  try {
    await writeFile(draft, bytes);
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true }).catch(() => undefined);
  }
}

/** Removes what processes that are no more have left in a folder, be it files or folders. */
export async function removeDeadDrafts(folder: string): Promise<void> {
  const names = await readdir(folder).catch((): string[] => []);
  for (const name of names) {
    if (await isDead(join(folder, name), NAME.exec(name))) {
      await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined);
    }
  }
}

async function isDead(path: string, match: RegExpExecArray | null): Promise<boolean> {
  if (!match) return false;
  if (match[1] === HOST) return !isRunning(Number(match[2]));
  const changed = await stat(path).catch(() => undefined);
  return changed !== undefined && Date.now() - changed.mtimeMs > DEAD_AFTER;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user is one that runs.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

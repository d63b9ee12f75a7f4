/** Folders for what this process writes for a while. They go with it; what a killed one leaves, a later one removes. */
import { rmSync, utimes } from "node:fs";
import { mkdir, rm, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { atExit } from "../at-exit.js";
import { ownedName, TOUCH_EVERY } from "../process-owner.js";
import { systemReason } from "../system-reason.js";
import { removeSocketOf } from "./browser-socket.js";

/** The system's folder for temporary files cannot be used. */
export class TemporaryFolderError extends Error {
  override readonly name = "TemporaryFolderError";
  /** @param reason the system's. */
  constructor(reason: string) {
    super(`The folder for temporary files, \`${tmpdir()}\`, cannot be used: ${reason}`);
  }
}

export interface TemporaryFolder {
  readonly path: string;
  remove(): Promise<void>;
}

/**
 * Makes a folder among the system's temporary files.
 *
 * @throws TemporaryFolderError when there is no room for it, or no place.
 */
export async function makeTemporaryFolder(): Promise<TemporaryFolder> {
  try {
    return await makeOwnedFolder(join(tmpdir(), "colophon"));
  } catch (error) {
    throw inTemporaryFolder(error);
  }
}

/** What went wrong with a file in the system's temporary folder, as a TemporaryFolderError when it is the system's. */
export function inTemporaryFolder(error: unknown): unknown {
  const reason = systemReason(error);
  return reason === undefined ? error : new TemporaryFolderError(reason);
}

/** Bytes without which nothing that a browser does can be expected to succeed. */
const LEAST_ROOM = 1 << 20;

/** What to tell when the system's temporary folder is full, which programs that fail for it seldom tell. */
export async function lackOfRoom(): Promise<TemporaryFolderError | undefined> {
  const stats = await statfs(tmpdir()).catch(() => undefined);
  if (stats === undefined || stats.bavail * stats.bsize >= LEAST_ROOM) return undefined;
  return new TemporaryFolderError("no space left on device");
}

/**
 * Makes a folder that only the user can look into, beside `path`.
 *
 * @throws the system's error.
 */
export async function makeOwnedFolder(beside: string): Promise<TemporaryFolder> {
  const path = ownedName(beside);
  await mkdir(path, { mode: 0o700 });
  const touching = setInterval(() => {
    const now = new Date();
    utimes(path, now, now, () => undefined);
  }, TOUCH_EVERY).unref();
  const forget = atExit(() => removeNow(path));
  return {
    path,
    async remove() {
      clearInterval(touching);
      removeSocketOf(path);
      // Processes that end may still write: they are given a moment.
      await rm(path, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);
      forget();
    },
  };
}

function removeNow(path: string): void {
  removeSocketOf(path);
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  } catch {
    // A later process removes it.
  }
}

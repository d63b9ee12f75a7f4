/** Puts a finished file in its place: whole, or not at all. */
import { createHash } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { removeDeadDrafts, writeWhole } from "./cache/drafts.js";

export interface PublishedFile {
  /** Absolute path. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Writes under a temporary name in the same folder, then renames: a reader sees the old file
 * or the new one, never a part.
 *
 * @throws the system's error when the folder cannot be written to; nothing is left behind.
 */
export async function publishFile(target: string, bytes: Uint8Array): Promise<PublishedFile> {
  const path = resolve(target);
  await mkdir(dirname(path), { recursive: true });
  await removeDeadDrafts(dirname(path));
  await writeWhole(path, bytes);
  return { path, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** Puts a finished file in its place: whole, or not at all. */
import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { removeDead } from "../runtime/temporary/dead.js";
import { behindLinks, isSpecial, writeInto } from "../runtime/temporary/through.js";
import { writeWhole } from "../runtime/temporary/write-whole.js";

export interface PublishedFile {
  /** Absolute path. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Writes under a temporary name in the same folder, then renames: a reader sees the old file
 * or the new one, never a part. A file that is the same already is left alone: programs that
 * watch it have nothing to do. A link stays, and the file that it leads to is replaced; what is no file,
 * a device or a pipe, is written into.
 *
 * @throws the system's error when the folder cannot be written to; nothing is left behind.
 */
export async function publishFile(target: string, bytes: Uint8Array): Promise<PublishedFile> {
  const path = resolve(target);
  if (await isSpecial(path)) await writeInto(path, bytes);
  else await putFile(await behindLinks(path), bytes);
  return { path, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}

async function putFile(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await removeDead(dirname(path));
  if (!isThere(path, bytes)) await writeWhole(path, bytes);
}

/** True for a file with exactly this content. Its time says nothing: it is read. */
function isThere(path: string, bytes: Uint8Array): boolean {
  try {
    return statSync(path).size === bytes.length && readFileSync(path).equals(bytes);
  } catch {
    return false;
  }
}

/** Puts a finished file in its place: whole, or not at all. */
import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { News } from "../model/edition-result.js";
import { removeDead } from "../runtime/temporary/dead.js";
import { behindLinks, isSpecial, writeInto } from "../runtime/temporary/through.js";
import { writeWhole } from "../runtime/temporary/write-whole.js";

export interface PublishedFile {
  /** Absolute path. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Whether it was there already, and as it is now. */
  readonly news: News;
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
  const news = (await isSpecial(path))
    ? await writeInto(path, bytes).then(() => "new" as const)
    : await putFile(await behindLinks(path), bytes);
  return { path, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex"), news };
}

async function putFile(path: string, bytes: Uint8Array): Promise<News> {
  await mkdir(dirname(path), { recursive: true });
  await removeDead(dirname(path));
  const news = newsOf(path, bytes);
  if (news !== "same") await writeWhole(path, bytes);
  return news;
}

/** What content is to a file. Its time says nothing: it is read. */
function newsOf(path: string, bytes: Uint8Array): News {
  try {
    return statSync(path).size === bytes.length && readFileSync(path).equals(bytes) ? "same" : "changed";
  } catch {
    return "new";
  }
}

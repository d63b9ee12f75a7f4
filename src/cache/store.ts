/**
 * A folder of results that can be made again, found by a key that covers all they depend on.
 *
 * Several builds may use it at once: an entry appears whole, under its final name, or not at
 * all. Each carries the SHA-256 of its name and content, and one that does not match is as good as
 * none. Nothing here may fail a build: without a cache it only takes longer.
 */
import { createHash } from "node:crypto";
import { readFileSync, utimesSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { removeDead } from "../runtime/temporary/dead.js";
import { writeWhole } from "../runtime/temporary/write-whole.js";

export interface Store {
  /** The entry's content; undefined when there is none, or it is damaged. */
  read(kind: EntryKind, key: string): Promise<Buffer | undefined>;
  write(kind: EntryKind, key: string, content: Uint8Array): Promise<void>;
}

/**
 * What entries hold: laid-out runs, their objects in a book, parsed files, what others depend on in them, what is known of
 * sections without composing and writing them anew, finished editions, what the last build
 * of an edition knew, drawn covers of ebooks, documents of ebooks in which a check has found nothing,
 * archives of ebooks, images from the web, drawn diagrams, which characters a font has, static fonts
 * that were made of variable ones.
 */
export type EntryKind =
  | "run"
  | "segment"
  | "manuscript"
  | "abridged"
  | "section"
  | "edition"
  | "history"
  | "cover"
  | "checked"
  | "archive"
  | "fetched"
  | "diagram"
  | "glyphs"
  | "font";

const DIGEST_LENGTH = 32;

/** @param folder where entries are kept; made when the first one is written. */
export function openStore(folder: string): Store {
  const pathOf = (kind: EntryKind, key: string): string => join(folder, kind, key.slice(0, 2), key);
  return {
    async read(kind, key) {
      const path = pathOf(kind, key);
      const file = readWhole(path);
      if (!file) return undefined;
      const content = file.subarray(DIGEST_LENGTH);
      if (!file.subarray(0, DIGEST_LENGTH).equals(digest(kind, key, content))) return undefined;
      // The time of the last use decides what is pruned first.
      markUsed(path);
      return content;
    },
    async write(kind, key, content) {
      const path = pathOf(kind, key);
      try {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        await removeDead(dirname(path));
        await writeWhole(path, Buffer.concat([digest(kind, key, content), content]));
      } catch {
        // Not kept: it is made again next time.
      }
    },
  };
}

/** Not by promises: a book has hundreds of entries, and those cost ten times as much as the reading. */
function readWhole(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function markUsed(path: string): void {
  const now = new Date();
  try {
    utimesSync(path, now, now);
  } catch {
    // Pruned a moment ago, or not ours to touch: what was read is whole all the same.
  }
}

/** Keeps nothing: for `--no-cache`. */
export const noStore: Store = { read: async () => undefined, write: async () => undefined };

/** Of the content and of its name: an entry that stands under the name of another is damaged. */
function digest(kind: EntryKind, key: string, content: Uint8Array): Buffer {
  return createHash("sha256").update(`${kind}/${key}\n`).update(content).digest();
}

/** A key made of everything that the entry depends on; parts are told apart by their lengths. */
export function keyOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) {
    hash.update(`${part.length}:`);
    hash.update(part);
  }
  return hash.digest("hex");
}

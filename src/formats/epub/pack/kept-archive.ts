/**
 * The archive of an ebook from build to build: to compress a book takes as long as to render it, and a
 * change is in one document of many, so the others are taken from the last archive as they are in there.
 */
import { programFingerprint } from "../../../cache/fingerprint.js";
import { framed, unframed } from "../../../cache/framed.js";
import { keyOf, type Store } from "../../../cache/store.js";
import type { EbookFiles } from "../../../model/ebook.js";

export interface KeptArchive {
  readonly bytes: Uint8Array;
  /** Names the content that each file has in it, by path. */
  readonly digests: ReadonlyMap<string, string>;
}

/** Where the archive of an edition is kept. */
export interface ArchivePlace {
  readonly store: Store;
  /** What tells the edition from all others. */
  readonly edition: string;
}

/** The last one that had the same files in the same order and with the same date, whatever was in them. */
export async function readArchive(
  place: ArchivePlace,
  files: EbookFiles,
  date: Date,
): Promise<KeptArchive | undefined> {
  const entry = await place.store.read("archive", await archiveKey(place, files, date));
  if (!entry) return undefined;
  const { facts, bytes } = unframed<[string, string][]>(entry);
  return { bytes, digests: new Map(facts) };
}

export async function keepArchive(
  place: ArchivePlace,
  files: EbookFiles,
  date: Date,
  { bytes, digests }: KeptArchive,
): Promise<void> {
  await place.store.write("archive", await archiveKey(place, files, date), framed([...digests], bytes));
}

async function archiveKey({ edition }: ArchivePlace, files: EbookFiles, date: Date): Promise<string> {
  return keyOf(await programFingerprint(), "archive", edition, date.toISOString(), ...files.keys());
}

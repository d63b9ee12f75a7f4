/** Documents of ebooks in which a check has found nothing, from build to build. */
import { programFingerprint } from "../../../cache/fingerprint.js";
import { keyOf, type Store } from "../../../cache/store.js";
import type { EbookFiles } from "../../../model/ebook.js";
import { isDocument } from "./document.js";

/** A document of an ebook that was sound as a whole. */
export interface SoundDocument {
  /** Names its content. */
  readonly digest: string;
  /** See `Examined`. */
  readonly standIn: string | undefined;
  readonly isReplaceable: boolean;
}

/** By path. */
export type SoundDocuments = ReadonlyMap<string, SoundDocument>;

/** Those of the last sound ebook that had the same files but for its documents. */
export async function soundDocuments(store: Store, files: EbookFiles): Promise<SoundDocuments> {
  const kept = await store.read("checked", await packageKey(files));
  return new Map(kept ? (JSON.parse(kept.toString("utf8")) as [string, SoundDocument][]) : []);
}

export async function keepSoundDocuments(
  store: Store,
  files: EbookFiles,
  documents: readonly (SoundDocument & { readonly path: string })[],
): Promise<void> {
  const kept = documents.map(({ path, digest, standIn, isReplaceable }) => [
    path,
    { digest, standIn, isReplaceable },
  ]);
  await store.write("checked", await packageKey(files), Buffer.from(JSON.stringify(kept)));
}

/**
 * Everything that rules for one document depend on besides the document: the package document with
 * its manifest and spine, styles, and which files there are. The NCX only has links, and is checked
 * each time.
 */
async function packageKey(files: EbookFiles): Promise<string> {
  const parts = [...files].flatMap(([path, content]) =>
    isDocument(path) || path.endsWith(".ncx") ? [path, ""] : [path, content],
  );
  return keyOf(await programFingerprint(), "checked", ...parts);
}

export function digestOf(content: Uint8Array): string {
  return keyOf(content);
}

/**
 * Packs the files of an ebook with epub-gen-memory.
 *
 * Its `EPub` class sanitises chapters, makes a random identifier and dates entries by the
 * clock. We come in behind that: our finished files take the place of what it would write,
 * in our order and with our date, so two packs of one book are the same bytes.
 */
import { EPub } from "epub-gen-memory";
import { keyOf } from "../../../cache/store.js";
import type { EbookFiles } from "../../../model/ebook.js";
import { archiveDate } from "../package/modified.js";
import { type ArchivePlace, type KeptArchive, keepArchive, readArchive } from "./kept-archive.js";

/** Higher levels take twice the time for one part in a hundred. */
const LEVEL = 6;

/** Photographs: nothing can make them smaller. */
const COMPRESSED = /\.jpe?g$/;

const MEDIA_TYPE = "application/epub+zip";

/** What is there before anything is compressed. */
interface Beginning {
  /** An archive with the same files in the same order. */
  readonly archive: Uint8Array;
  /** Files that are in it with the content that they have now. */
  readonly unchanged: ReadonlySet<string>;
}

class FinishedEpub extends EPub {
  readonly #files: EbookFiles;
  readonly #date: Date;
  readonly #beginning: Beginning | undefined;

  constructor(files: EbookFiles, date: Date, beginning: Beginning | undefined) {
    // The title only satisfies the check of options: the package document is already written.
    super({ title: "-", verbose: false }, []);
    this.#files = files;
    this.#date = date;
    this.#beginning = beginning;
  }

  protected override async generateTemplateFiles(): Promise<void> {
    // What comes from an archive is written as it is compressed in there, unless it is replaced.
    if (this.#beginning) await this.zip.loadAsync(this.#beginning.archive, { createFolders: false });
    // The base class wrote `mimetype` with the time of day; its place as first entry stays.
    this.#write("mimetype", MEDIA_TYPE, "STORE");
    for (const [path, content] of this.#files) {
      const compression = COMPRESSED.test(path) ? "STORE" : "DEFLATE";
      const isThere = compression === "DEFLATE" && this.#beginning?.unchanged.has(path);
      if (!isThere) this.#write(path, content, compression);
    }
  }

  #write(path: string, content: string | Uint8Array, compression: "STORE" | "DEFLATE"): void {
    // Entries for folders would be dated by the clock, and EPUB has no use for them.
    this.zip.file(path, content, {
      date: this.#date,
      compression,
      compressionOptions: { level: LEVEL },
      createFolders: false,
    });
  }
}

/**
 * The archive (EPUB 3.3, 4.3: OCF ZIP container).
 *
 * @param modified Date of every entry, moved into the range that ZIP knows.
 * @param place Where the last archive of the edition is kept; what it has already is not compressed again.
 */
export async function packEpub(
  files: EbookFiles,
  modified: Date,
  place?: ArchivePlace | undefined,
): Promise<Uint8Array> {
  const date = archiveDate(modified);
  if (!place) return await archiveOf(new FinishedEpub(files, date, undefined));
  const digests = new Map([...files].map(([path, content]) => [path, keyOf(content)]));
  const kept = await readArchive(place, files, date);
  const bytes = await archiveOf(new FinishedEpub(files, date, kept && beginWith(kept, digests)));
  await keepArchive(place, files, date, { bytes, digests });
  return bytes;
}

async function archiveOf(epub: FinishedEpub): Promise<Uint8Array> {
  // Entries that come from an archive are taken as they are only when this says how they are compressed.
  return await (await epub.render()).generateAsync({ type: "nodebuffer", compression: "DEFLATE" });
}

function beginWith({ bytes, digests }: KeptArchive, now: KeptArchive["digests"]): Beginning {
  const unchanged = [...now].filter(([path, digest]) => digests.get(path) === digest);
  return { archive: bytes, unchanged: new Set(unchanged.map(([path]) => path)) };
}

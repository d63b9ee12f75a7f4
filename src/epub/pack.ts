/**
 * Packs the files of an ebook with epub-gen-memory.
 *
 * Its `EPub` class sanitises chapters, makes a random identifier and dates entries by the
 * clock. We come in behind that: our finished files take the place of what it would write,
 * in our order and with our date, so two packs of one book are the same bytes.
 */
import { EPub } from "epub-gen-memory";
import type { EbookFiles } from "../model/ebook.js";
import { type ArchiveEntry, writeArchive } from "./archive.js";
import { archiveDate } from "./modified.js";
import type { PackagedFile } from "./package.js";

/** Photographs: nothing can make them smaller. */
const COMPRESSED = /\.jpe?g$/;

const MEDIA_TYPE = Buffer.from("application/epub+zip");

/** Readers tell the kind of the archive by its first bytes (EPUB 3.3, 4.3.2). */
const MIMETYPE: ArchiveEntry = { name: "mimetype", content: MEDIA_TYPE, compression: "store" };

class FinishedEpub extends EPub {
  readonly #files: EbookFiles;
  readonly #entries: ArchiveEntry[] = [];
  readonly #date: Date;

  constructor(files: EbookFiles, date: Date) {
    // The title only satisfies the check of options: the package document is already written.
    super({ title: "-", verbose: false }, []);
    this.#files = files;
    this.#date = date;
  }

  protected override async generateTemplateFiles(): Promise<void> {
    for (const [name, content] of this.#files) {
      this.#entries.push({ name, content, compression: COMPRESSED.test(name) ? "store" : "deflate" });
    }
  }

  override async genEpub(): Promise<Buffer> {
    await this.render();
    return await writeArchive([MIMETYPE, ...this.#entries], this.#date);
  }
}

/** The files as bytes: text is UTF-8. */
export function ebookFiles(files: readonly PackagedFile[]): EbookFiles {
  return new Map(
    files.map(({ path, content }) => [path, typeof content === "string" ? Buffer.from(content) : content]),
  );
}

/**
 * The archive (EPUB 3.3, 4.3: OCF ZIP container).
 *
 * @param modified Date of every entry, moved into the range that ZIP knows.
 */
export async function packEpub(files: EbookFiles, modified: Date): Promise<Uint8Array> {
  return await new FinishedEpub(files, archiveDate(modified)).genEpub();
}

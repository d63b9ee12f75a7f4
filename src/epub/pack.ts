/**
 * Packs the files of an ebook with epub-gen-memory.
 *
 * Its `EPub` class sanitises chapters, makes a random identifier and dates entries by the
 * clock. We come in behind that: our finished files take the place of what it would write,
 * in our order and with our date, so two packs of one book are the same bytes.
 */
import { EPub } from "epub-gen-memory";
import type { EbookFiles } from "../model/ebook.js";
import { archiveDate } from "./modified.js";
import type { PackagedFile } from "./package.js";

/** Higher levels take twice the time for one part in a hundred. */
const LEVEL = 6;

/** Photographs: nothing can make them smaller. */
const COMPRESSED = /\.jpe?g$/;

const MEDIA_TYPE = "application/epub+zip";

class FinishedEpub extends EPub {
  readonly #files: EbookFiles;
  readonly #date: Date;

  constructor(files: EbookFiles, date: Date) {
    // The title only satisfies the check of options: the package document is already written.
    super({ title: "-", verbose: false }, []);
    this.#files = files;
    this.#date = date;
  }

  protected override async generateTemplateFiles(): Promise<void> {
    // The base class wrote `mimetype` with the time of day; its place as first entry stays.
    this.#write("mimetype", MEDIA_TYPE, "STORE");
    for (const [path, content] of this.#files) {
      this.#write(path, content, COMPRESSED.test(path) ? "STORE" : "DEFLATE");
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

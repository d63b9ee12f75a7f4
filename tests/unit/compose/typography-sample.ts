/** The samples that ship with the project, composed. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { compose } from "../../../src/compose/compose.js";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import { openFolder } from "../../../src/input/folder.js";
import { readImages } from "../../../src/input/images/images.js";
import { openReader } from "../../../src/input/reader.js";
import { loadPublication } from "../../../src/load/load.js";
import { parseMarkdown } from "../../../src/read/markdown/parse.js";
import type { Composed } from "./typography-book.js";

/** An edition of the sample that ships with the project. */
export async function composeSample(folder: string, id: string): Promise<Composed> {
  const diagnostics: Diagnostic[] = [];
  const report = (each: Diagnostic) => void diagnostics.push(each);
  const publication = (await loadPublication(folder, report))!;
  const edition = publication.editions.find((each) => each.id === id)!;
  const manuscripts = new Map();
  for (const file of edition.sections.flatMap(({ files }) => files)) {
    manuscripts.set(file, parseMarkdown(file, await readFile(join(publication.root, file), "utf8"), report));
  }
  const { root } = publication;
  const images = { folder: openFolder(root), reader: openReader(root), report };
  const { resources } = await readImages(manuscripts.values(), new Map(), images);
  return { book: compose(edition, manuscripts, resources, report), diagnostics };
}

/** The manuscript of a publication, read and parsed once for all of its editions. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { compose } from "./compose/compose.js";
import type { Diagnostic } from "./diagnostics/diagnostic.js";
import { readImages } from "./load/images.js";
import { decodeUtf8 } from "./load/utf8.js";
import type { Book, Resource } from "./model/book.js";
import type { Manuscript } from "./model/manuscript.js";
import type { Edition, Publication } from "./model/publication.js";
import { parseMarkdown } from "./parse/parse.js";

export interface Sources {
  readonly manuscripts: ReadonlyMap<string, Manuscript>;
  readonly resources: ReadonlyMap<string, Resource>;
  /** What reading and parsing found, in all files. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads every file that the editions use. */
export async function readSources(publication: Publication, editions: readonly Edition[]): Promise<Sources> {
  const diagnostics: Diagnostic[] = [];
  const report = (each: Diagnostic) => void diagnostics.push(each);
  const files = new Set(editions.flatMap(filesOf));
  const manuscripts = new Map<string, Manuscript>();
  for (const file of files) {
    const text = decodeUtf8(await readFile(join(publication.root, file)), file, report);
    if (text !== undefined) manuscripts.set(file, parseMarkdown(file, text, report));
  }
  const covers = editions.flatMap(({ cover }) => cover ?? []);
  const resources = await readImages(publication.root, manuscripts.values(), covers, report);
  return { manuscripts, resources, diagnostics };
}

export interface Composed {
  readonly book: Book;
  /** What was found in the files of this edition and in putting them together. */
  readonly diagnostics: readonly Diagnostic[];
  /** Every file that the book is made of, relative to the publication's folder. */
  readonly inputs: readonly string[];
}

export function composeEdition(sources: Sources, edition: Edition): Composed {
  const files = new Set(filesOf(edition));
  const diagnostics = sources.diagnostics.filter(({ location }) => !location || files.has(location.file));
  const book = compose(edition, sources.manuscripts, sources.resources, (each) => diagnostics.push(each));
  return { book, diagnostics, inputs: [...files, ...book.resources.keys()] };
}

function filesOf(edition: Edition): string[] {
  return edition.sections.flatMap((section) => section.files);
}

/** What the editions of a publication are made of, read once for all of them, and the book of each. */
import { keyOf, noStore, type Store } from "../cache/store.js";
import { type CitationSources, citationFiles, readCitationSources } from "../citations/read.js";
import { composing } from "../compose/compose.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { drawDiagrams, filesWithDiagrams } from "../diagrams/draw-diagrams.js";
import { openFolder } from "../input/folder.js";
import { readImages } from "../input/images/images.js";
import { ABSENT, openReader } from "../input/reader.js";
import type { Book, Resource } from "../model/book.js";
import type { MarkdownPlugin } from "../model/extensions.js";
import { type Limits, limitsFrom } from "../model/limits.js";
import type { Manuscript, SourceText } from "../model/manuscript.js";
import type { Edition, Publication } from "../model/publication.js";
import { NO_WEB_IMAGES, type WebImages } from "../model/web-image.js";
import { readManuscripts } from "../read/manuscripts.js";
import { letEventsRun } from "../runtime/event-loop.js";

export interface Sources {
  readonly texts: ReadonlyMap<string, SourceText>;
  /** Files that others include, by the file that includes them. */
  readonly included: ReadonlyMap<string, readonly string[]>;
  readonly resources: ReadonlyMap<string, Resource>;
  readonly citations: CitationSources;
  /** SHA-256 of every file as it was read, by its path relative to the publication's folder or its address. */
  readonly digests: ReadonlyMap<string, string>;
  /** Paths at which files were looked for in vain, before they were found elsewhere. */
  readonly absent: readonly string[];
  /**
   * True when what was read depends on the names of all files, or a diagram could not be drawn this time: it must be
   * read again the next time.
   */
  readonly searched: boolean;
  /** How many files no earlier build has parsed. */
  readonly parsed: number;
  /** What reading and parsing found, in all files. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads every file that the editions use.
 *
 * @param store files that earlier builds have parsed.
 * @param plugins Users' own plugins of markdown-it.
 */
export async function readSources(
  publication: Publication,
  editions: readonly Edition[],
  store: Store = noStore,
  plugins?: readonly MarkdownPlugin[],
  limits: Limits = limitsFrom(),
  web: WebImages = NO_WEB_IMAGES,
  signal?: AbortSignal,
): Promise<Sources> {
  const reader = openReader(publication.root, limits);
  const diagnostics: Diagnostic[] = [];
  const report = (each: Diagnostic) => void diagnostics.push(each);
  const files = [...new Set(editions.flatMap(filesOf))];
  const { read, parsed } = await readManuscripts(files, { publication, reader, store, plugins });
  for (const each of read) each.diagnostics.forEach(report);
  const found = new Map(read.flatMap(({ file, text }) => (text ? [[file, text]] : [])));
  const { texts, isUnfinished } = await withDrawings(found, { store, report, signal });
  const manuscripts = Array.from(texts.values(), ({ abridged }) => abridged);
  const included = new Map(read.flatMap(({ file, inputs }) => (inputs ? [[file, inputs]] : [])));
  const covers = new Map(editions.flatMap(({ cover, location }) => (cover ? [[cover, location]] : [])));
  const folder = openFolder(publication.root, publication.allow);
  const content = [...new Set(editions.flatMap((each) => each.content ?? []))];
  const images = { folder, reader, content, web, report };
  const { resources, searched: isAnywhere } = await readImages(manuscripts, covers, images);
  const searched = isAnywhere || isUnfinished;
  const citations = await readCitationSources(reader, editions, report);
  const digests = new Map([...reader.digests, ...fetchedDigests(resources.values())]);
  const absent = [...digests].flatMap(([path, digest]) => (digest === ABSENT ? [path] : []));
  return { texts, included, resources, citations, digests, absent, searched, parsed, diagnostics };
}

/** Texts with diagrams are always whole: their pictures are drawn once. */
async function withDrawings(
  texts: ReadonlyMap<string, SourceText>,
  context: Parameters<typeof drawDiagrams>[1],
): Promise<{ readonly texts: ReadonlyMap<string, SourceText>; readonly isUnfinished: boolean }> {
  const abridged = new Map([...texts].map(([file, text]) => [file, text.abridged]));
  const holders = filesWithDiagrams(abridged);
  if (holders.length === 0) return { texts, isUnfinished: false };
  const whole = await Promise.all(
    holders.map(async (file) => [file, await texts.get(file)!.whole()] as const),
  );
  const { manuscripts, isUnfinished } = await drawDiagrams(new Map(whole), context);
  const drawn = new Map(
    [...manuscripts].map(([file, manuscript]) => [file, drawnText(texts.get(file)!, manuscript)]),
  );
  return { texts: new Map([...texts].map(([file, text]) => [file, drawn.get(file) ?? text])), isUnfinished };
}

function drawnText({ name, frame }: SourceText, drawn: Manuscript): SourceText {
  const pictures = keyOf(JSON.stringify(drawn.tree), JSON.stringify([...drawn.notes]));
  return {
    name: keyOf(name, pictures),
    frame: { text: keyOf(frame.text, pictures), notes: frame.notes },
    abridged: drawn,
    whole: async () => drawn,
  };
}

/** What was fetched counts like a file that was read, under its address. */
function fetchedDigests(resources: Iterable<Resource>): [string, string][] {
  return [...resources].flatMap(({ fetched }): [string, string][] =>
    fetched === undefined ? [] : [[fetched.address, fetched.sha256]],
  );
}

export interface Composed {
  readonly book: Book;
  /** What was found in the files of this edition and in putting them together. */
  readonly diagnostics: readonly Diagnostic[];
  /** Every file that the book is made of, relative to the publication's folder, and addresses of fetched images. */
  readonly inputs: readonly string[];
}

/** All files, or those that are to be whole in a book in which the others are abridged. */
export type WholeFiles = "all" | ReadonlySet<string>;

/**
 * Lets others work now and then: a book takes a while.
 *
 * @param whole whatever it is, the diagnostics are those of the whole book.
 */
export async function composeEdition(
  sources: Sources,
  edition: Edition,
  whole: WholeFiles = "all",
): Promise<Composed> {
  const texts = filesOf(edition).flatMap((file) => [file, ...(sources.included.get(file) ?? [])]);
  const files = new Set([...texts, ...citationFiles(edition)]);
  const places = new Set([...files, edition.location.file]);
  const diagnostics = sources.diagnostics.filter(({ location }) => !location || places.has(location.file));
  const { resources, citations } = sources;
  const manuscripts = await manuscriptsOf(sources, whole);
  const report = (each: Diagnostic) => void diagnostics.push(each);
  const book = await finish(composing(edition, manuscripts, resources, report, citations));
  const images = [...book.resources].flatMap(([path, { fetched, file, written }]) =>
    written ? [] : (fetched?.address ?? file ?? path),
  );
  return { book, diagnostics, inputs: [...files, ...images, ...sources.absent] };
}

async function manuscriptsOf({ texts }: Sources, whole: WholeFiles): Promise<Map<string, Manuscript>> {
  const manuscripts = new Map<string, Manuscript>();
  for (const [file, text] of texts) {
    const isWhole = whole === "all" || whole.has(file);
    manuscripts.set(file, isWhole ? await text.whole() : text.abridged);
  }
  return manuscripts;
}

async function finish<Result>(steps: Generator<undefined, Result>): Promise<Result> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await letEventsRun();
  }
}

export function filesOf(edition: Pick<Edition, "sections">): string[] {
  return edition.sections.flatMap((section) => section.files);
}

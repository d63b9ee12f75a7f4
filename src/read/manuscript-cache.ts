/**
 * Parsed files of earlier builds.
 *
 * To read the tree of a file takes a tenth of the time of parsing it; for the benchmark book that
 * is 0.2 s in place of 2 s, because Markdown, HTML and code need not even be loaded.
 */
import { programFingerprint } from "../cache/fingerprint.js";
import { framed, unframed } from "../cache/framed.js";
import { type RecentResults, recentResults } from "../cache/recent-results.js";
import { keyOf, type Store } from "../cache/store.js";
import type { Report } from "../diagnostics/diagnostic.js";
import { DEFAULT_DIALECT } from "../model/dialect.js";
import type { Frame, Manuscript, ManuscriptSource, SourceText } from "../model/manuscript.js";
import { abridge, frameOf } from "./abridge.js";
import { decodeParsed, encodeParsed, type ParsedFile } from "./parsed-file.js";
import type { Parser } from "./parser.js";

/** Enough for a large book; a catalogue does not fill the memory. */
const FILES_IN_MEMORY = 256;

/** Only of stores that are kept open: one build reads each file once, and lays out for long after that. */
const inMemory = new WeakMap<Store, RecentResults<Promise<ReadText>>>();

/** For who builds again and again with the same store: reading a large book takes half a second. */
export function rememberManuscripts(store: Store): void {
  inMemory.set(store, recentResults(FILES_IN_MEMORY));
}

/**
 * The file as an earlier build parsed it, else as `parse` does now.
 *
 * @param report also gets what was found when the file was parsed by an earlier build.
 */
export async function cachedManuscript(
  store: Store,
  source: ManuscriptSource,
  parse: Parser["parse"],
  report: Report,
): Promise<SourceText> {
  const { file, text, origins = [], dialect = DEFAULT_DIALECT, macros = {}, cells } = source;
  const settings = JSON.stringify([origins, dialect, macros, cells]);
  const key = keyOf(await programFingerprint(), file, text, settings);
  const make = () => readOrParse(store, key, source, parse);
  const { diagnostics, ...read } = await (inMemory.get(store)?.takeOrMake(key, make) ?? make());
  diagnostics.forEach(report);
  return read;
}

interface ReadText extends SourceText, Pick<ParsedFile, "diagnostics"> {}

/** After a change most texts are only asked for what others depend on: a part of them, which is quick to read. */
async function readOrParse(
  store: Store,
  key: string,
  source: ManuscriptSource,
  parse: Parser["parse"],
): Promise<ReadText> {
  const { file } = source;
  const kept = await store.read("abridged", key);
  if (kept) {
    const { facts: frame, bytes } = unframed<Frame>(kept);
    const { diagnostics, ...abridged } = decodeParsed(bytes);
    const whole = once(async () => manuscriptOf(file, await readWhole(store, key, source, parse)));
    return { name: key, frame, abridged: manuscriptOf(file, abridged), whole, diagnostics };
  }
  const { diagnostics, ...parsed } = await readWhole(store, key, source, parse);
  const manuscript = manuscriptOf(file, parsed);
  const abridged = abridge(manuscript);
  const frame = frameOf(abridged);
  const { tree } = abridged;
  await store.write("abridged", key, framed(frame, encodeParsed({ ...parsed, tree, diagnostics })));
  return { name: key, frame, abridged, whole: async () => manuscript, diagnostics };
}

function manuscriptOf(
  file: string,
  { tree, notes, provenance }: Omit<ParsedFile, "diagnostics">,
): Manuscript {
  return { file, tree, notes: new Map(notes), ...(provenance === undefined ? {} : { provenance }) };
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

async function readWhole(
  store: Store,
  key: string,
  source: ManuscriptSource,
  parse: Parser["parse"],
): Promise<ParsedFile> {
  const kept = await store.read("manuscript", key);
  if (kept) return decodeParsed(kept);
  const { parsed, encoded } = await parse(source);
  await store.write("manuscript", key, encoded);
  return parsed;
}

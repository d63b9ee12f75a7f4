/**
 * Parsed files of earlier builds.
 *
 * To read the tree of a file takes a sixth of the time of parsing it; for the benchmark book that
 * is 0.3 s in place of 2 s, because Markdown, HTML and code need not even be loaded.
 */
import type { Root } from "hast";
import type { Diagnostic, Report } from "../diagnostics/diagnostic.js";
import type { Manuscript, ManuscriptNote } from "../model/manuscript.js";
import { programFingerprint } from "./fingerprint.js";
import { keepNewest, type Newest } from "./newest.js";
import { keyOf, type Store } from "./store.js";

/** All that parsing depends on, besides the program. */
export interface ManuscriptSource {
  /** Relative to the publication's folder. */
  readonly file: string;
  readonly text: string;
  /** For each line of a text that was put together, the line of the file, from 0. */
  readonly origins?: readonly number[];
}

interface Entry {
  readonly tree: Root;
  readonly notes: readonly (readonly [string, ManuscriptNote])[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Enough for a large book; a catalogue does not fill the memory. */
const FILES_IN_MEMORY = 256;

/** Only of stores that are kept open: one build reads each file once, and lays out for long after that. */
const inMemory = new WeakMap<Store, Newest<Promise<Entry>>>();

/** For who builds again and again with the same store: reading a large book takes half a second. */
export function rememberManuscripts(store: Store): void {
  inMemory.set(store, keepNewest(FILES_IN_MEMORY));
}

/**
 * The file as an earlier build parsed it, else as `parse` does now.
 *
 * @param report also gets what was found when the file was parsed by an earlier build.
 */
export async function cachedManuscript(
  store: Store,
  source: ManuscriptSource,
  parse: (source: ManuscriptSource, report: Report) => Promise<Manuscript>,
  report: Report,
): Promise<Manuscript> {
  const { file, text, origins = [] } = source;
  const key = keyOf(await programFingerprint(), file, text, JSON.stringify(origins));
  const make = () => readOrParse(store, key, source, parse);
  const { tree, notes, diagnostics } = await (inMemory.get(store)?.takeOrMake(key, make) ?? make());
  diagnostics.forEach(report);
  return { file, tree, notes: new Map(notes) };
}

async function readOrParse(
  store: Store,
  key: string,
  source: ManuscriptSource,
  parse: (source: ManuscriptSource, report: Report) => Promise<Manuscript>,
): Promise<Entry> {
  const kept = await store.read("manuscript", key);
  if (kept) return JSON.parse(kept.toString("utf8")) as Entry;
  const diagnostics: Diagnostic[] = [];
  const { tree, notes } = await parse(source, (each) => diagnostics.push(each));
  const entry: Entry = { tree, notes: [...notes], diagnostics };
  await store.write("manuscript", key, Buffer.from(JSON.stringify(entry)));
  return entry;
}

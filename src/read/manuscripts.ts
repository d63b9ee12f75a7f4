/** Reads the texts of a publication: each file once, its directives followed, parsed or taken from an earlier build. */
import { setImmediate as nextTurn } from "node:timers/promises";
import { programFingerprint } from "../cache/fingerprint.js";
import type { Store } from "../cache/store.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { unforeseen } from "../diagnostics/unforeseen.js";
import { ExtensionError } from "../extensions/fault.js";
import { type Folder, openFolder } from "../input/folder.js";
import { type ProjectFiles, projectFiles } from "../input/project-files.js";
import type { Reader } from "../input/reader.js";
import { DEFAULT_DIALECT, type Dialect } from "../model/dialect.js";
import type { MarkdownPlugin } from "../model/extensions.js";
import type { SourceText } from "../model/manuscript.js";
import type { Publication } from "../model/publication.js";
import { allOf } from "../runtime/all-of.js";
import { dialectByName, dialectsOf } from "./find-dialect.js";
import { cachedManuscript } from "./manuscript-cache.js";
import { openParser, type Parser } from "./parser.js";
import { readerOf } from "./readers.js";
import type { PreparedText } from "./source-reader.js";

/** Most of the time goes into waiting for the disk; but a system lets a program open only so many files. */
const FILES_AT_ONCE = 64;

export interface ReadingContext {
  readonly publication: Publication;
  readonly reader: Reader;
  /** Files that earlier builds have parsed. */
  readonly store: Store;
  /** Users' own plugins of markdown-it. */
  readonly plugins: readonly MarkdownPlugin[] | undefined;
}

export interface ReadManuscripts {
  /** In the order of the files. */
  readonly read: readonly ReadManuscript[];
  /** How many files no earlier build has parsed. */
  readonly parsed: number;
}

/** @param files relative to the publication's folder. */
export async function readManuscripts(
  files: readonly string[],
  context: ReadingContext,
): Promise<ReadManuscripts> {
  const { publication, reader, store, plugins } = context;
  const folder = openFolder(publication.root, publication.allow);
  const raw = await inBatches(files, (file) => readText(file, reader));
  const dialects = dialectsOf(
    new Map(raw.flatMap(({ file, text }) => (text === undefined ? [] : [[file, text]]))),
  );
  const project = { publication, reader, folder, dialects, files: projectFiles(folder) };
  const texts = await inBatches(raw, (text) => prepareText(text, project));
  const parser = openParser(plugins);
  return { read: await parseAll(texts, store, parser), parsed: parser.asked() };
}

export interface ReadManuscript {
  readonly file: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Missing when it cannot be read. */
  readonly text?: SourceText;
  /** The files that it includes. */
  readonly inputs?: readonly string[];
}

/** What is not in the cache is parsed in the end, all at once: the parser shares it out. */
async function parseAll(texts: readonly FileText[], store: Store, parser: Parser): Promise<ReadManuscript[]> {
  // Keys depend on it: when it is known, a file is read or asked for within its turn.
  await programFingerprint();
  const read: Promise<ReadManuscript>[] = [];
  for (const text of texts) {
    const reading = readManuscript(text, store, parser);
    // A failure is told below, when all have been asked for.
    reading.catch(() => undefined);
    read.push(reading);
    // Others have their turn between two files.
    await nextTurn();
  }
  const [manuscripts] = await Promise.all([allOf(read), parser.run()]);
  return manuscripts;
}

async function readManuscript(
  { file, diagnostics: found, read }: FileText,
  store: Store,
  { parse }: Parser,
): Promise<ReadManuscript> {
  if (read === undefined) return { file, diagnostics: found };
  const diagnostics = [...found];
  const report = (each: Diagnostic) => void diagnostics.push(each);
  try {
    const text = await cachedManuscript(store, { file, ...read }, parse, report);
    return { file, diagnostics, text, inputs: read.inputs };
  } catch (error) {
    if (error instanceof ExtensionError) throw error;
    report(unforeseen(error, "this file cannot be read", { file, line: 1, column: 1 }));
    return { file, diagnostics, inputs: read.inputs };
  }
}

interface FileText {
  readonly file: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Missing when it cannot be read. */
  readonly read?: PreparedText;
}

interface RawText {
  readonly file: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Missing when it cannot be read. */
  readonly text?: string;
}

async function readText(file: string, reader: Reader): Promise<RawText> {
  const diagnostics: Diagnostic[] = [];
  const text = await reader.text(file, (each) => void diagnostics.push(each));
  return { file, diagnostics, ...(text === undefined ? {} : { text }) };
}

interface Project extends Pick<ReadingContext, "publication" | "reader"> {
  readonly folder: Folder;
  /** What each text says of itself. */
  readonly dialects: ReadonlyMap<string, Dialect>;
  readonly files: ProjectFiles;
}

async function prepareText(
  { file, text, diagnostics: found }: RawText,
  { publication, reader, folder, dialects, files }: Project,
): Promise<FileText> {
  if (text === undefined) return { file, diagnostics: found };
  const diagnostics = [...found];
  const report = (each: Diagnostic) => void diagnostics.push(each);
  const content = publication.editions[0]?.content ?? ".";
  const dialect = dialectByName(file) ?? publication.dialect ?? dialects.get(file) ?? DEFAULT_DIALECT;
  const settings = publication.texts ?? {};
  const context = { dialect, settings, folder, content, reader, files, report };
  const read = await readerOf(file).prepare(file, text, context);
  return { file, diagnostics, ...(read === undefined ? {} : { read }) };
}

async function inBatches<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let at = 0; at < items.length; at += FILES_AT_ONCE) {
    results.push(...(await Promise.all(items.slice(at, at + FILES_AT_ONCE).map(work))));
  }
  return results;
}
